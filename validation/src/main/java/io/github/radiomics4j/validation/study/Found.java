package io.github.radiomics4j.validation.study;

import io.github.radiomics4j.core.InvalidInputException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A figure, or the reason why these cases do not have it: a calibration line of scores that separate the classes, an odds ratio of a group
 * without events. One figure that is undefined does not end a study.
 *
 * @param value the figure; empty where it is undefined
 * @param reason why it is undefined; empty where there is a value
 * @param <T> the figure's type
 */
public record Found<T>(Optional<T> value, String reason) {

    /**
     * Checks that there is a value or a reason.
     *
     * @param value the figure; empty where it is undefined
     * @param reason why it is undefined; empty where there is a value
     */
    public Found {
        if (value.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("either a value or a reason is needed, got " + value + " and \"" + reason + "\"");
        }
    }

    static <T> Found<T> of(Supplier<T> figure) {
        try {
            return new Found<>(Optional.of(figure.get()), "");
        } catch (InvalidInputException e) {
            return undefined(e.getMessage());
        }
    }

    static <T> Found<T> undefined(String reason) {
        return new Found<>(Optional.empty(), reason);
    }

    /**
     * The figure, for those who know that it is there.
     *
     * @return the value
     * @throws InvalidInputException TABLE_INVALID with the reason where there is none
     */
    public T orElseThrow() {
        return value.orElseThrow(() -> new InvalidInputException(InvalidInputException.Problem.TABLE_INVALID, reason));
    }
}
