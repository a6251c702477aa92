package io.github.radiomics4j.radscore;

import java.math.BigDecimal;
import java.math.MathContext;

/** A score in words and numbers, see {@link Radscore#formula(int)}. */
final class PrintedFormula {

    private PrintedFormula() {
    }

    static String of(Radscore score, int significantDigits) {
        if (significantDigits < 1 || significantDigits > 17) {
            throw new IllegalArgumentException("the number of significant digits lies between 1 and 17, was " + significantDigits);
        }
        MathContext digits = new MathContext(significantDigits);
        StringBuilder text = new StringBuilder("Radscore = ").append(printed(score.rawIntercept(), digits));
        for (Radscore.Term term : score.terms()) {
            double raw = term.rawCoefficient();
            text.append(raw < 0 ? " - " : " + ").append(printed(Math.abs(raw), digits)).append(" × ").append(term.feature());
        }
        score.harmonisation().ifPresent(h -> text.append(" (of features harmonised by ").append(h.batch()).append(')'));
        return text.toString();
    }

    private static String printed(double number, MathContext digits) {
        return new BigDecimal(number).round(digits).stripTrailingZeros().toString();
    }
}
