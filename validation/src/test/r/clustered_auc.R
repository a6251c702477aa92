# Writes the tables of ObuchowskiReferenceTest and what doAUCcluster makes of them.
#
#     Rscript clustered_auc.R doAUCcluster.R ../resources/io/github/radiomics4j/validation/discrimination
#
# doAUCcluster.R is that of github.com/DIDSR/mitoticFigureCounts (CC0), an adaptation of funcs_clusteredROC.R by the Cleveland Clinic, where
# N. Obuchowski works. Needed only to make the files anew: the tests read what is in the resources.
arguments <- commandArgs(trailingOnly = TRUE)
source(arguments[1])
set.seed(53567)

# Scores of two readers in steps of a tenth, so that many are equal; what the cases of a cluster share is about half.
table <- function(name, cluster, outcome, shift) {
  shared <- rnorm(max(cluster))
  of <- function(extra) round(shared[cluster] + rnorm(length(cluster)) + (shift + extra) * outcome, 1)
  data.frame(set = name, cluster = paste0("patient", cluster), outcome = outcome, a = of(0), b = of(0.4))
}

sizes <- sample(1:5, 30, replace = TRUE)
mixed <- rep(seq_along(sizes), sizes)
alike <- rep(1:40, each = 3)
cases <- rbind(
  table("mixed", mixed, rbinom(length(mixed), 1, 0.3), 1),
  table("shuffled", sample(mixed), rbinom(length(mixed), 1, 0.5), 0.5),
  table("alike", alike, as.integer(alike <= 12), 1),
  table("both", rep(1:25, each = 2), rep(0:1, 25), 1),
  table("single", 1:50, rbinom(50, 1, 0.4), 1),
  table("few", c(1, 1, 1, 2, 2, 2), c(1, 0, 0, 1, 1, 0), 0.5))

expected <- do.call(rbind, lapply(unique(cases$set), function(name) {
  set <- cases[cases$set == name, ]
  found <- doAUCcluster(set$a, set$b, set$outcome, set$cluster)
  data.frame(set = name, auc_a = found$auc.A, auc_b = found$auc.B, variance_a = found$auc.var.A, variance_b = found$auc.var.B,
    variance_difference = found$auc.var.AminusB, lower_a = found$ci.bot.A, upper_a = found$ci.top.A, p = found$p.value)
}))
expected[-1] <- lapply(expected[-1], function(x) sprintf("%.17g", x))
write.csv(cases, file.path(arguments[2], "clustered_cases.csv"), row.names = FALSE, quote = FALSE)
write.csv(expected, file.path(arguments[2], "clustered_expected.csv"), row.names = FALSE, quote = FALSE)
