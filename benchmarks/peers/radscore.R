# Times glmnet on the cohort of StatisticsBenchmark, written by "radscore.py --csv cohort.csv".
#
#     Rscript benchmarks/peers/radscore.R cohort.csv
suppressPackageStartupMessages(library(glmnet))
data <- as.matrix(read.csv(commandArgs(trailingOnly = TRUE)[1], header = FALSE))
y <- data[, 1]
x <- data[, -1]
fold <- (seq_along(y) - 1) %% 10 + 1
median_ms <- function(work) {
  work()
  median(replicate(7, system.time(work())["elapsed"])) * 1000
}
cat("glmnet", as.character(packageVersion("glmnet")), R.version.string, "\n")
cat("lasso path of 100 lambda:", median_ms(function() glmnet(x, y, family = "binomial")), "ms\n")
cat("lasso, 10-fold choice of lambda:", median_ms(function() cv.glmnet(x, y, family = "binomial", foldid = fold)), "ms\n")
