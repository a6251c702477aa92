package io.github.radiomics4j.core.cohort;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * The pace of an extraction: {@code rate = (done − taken) / elapsed}, {@code remaining = (total − done) / rate}. Cases that an earlier run
 * had finished cost next to nothing and do not count for the rate.
 */
public final class ProgressRate {
    private static final double NANOS = 1e9;

    private final LongSupplier clock;
    private final long start;

    /**
     * Starts now.
     *
     * @param clock in nanoseconds, such as {@code System::nanoTime}
     */
    public ProgressRate(LongSupplier clock) {
        this.clock = Objects.requireNonNull(clock);
        this.start = clock.getAsLong();
    }

    /**
     * How long it has taken.
     *
     * @return the time since this was made
     */
    public Duration elapsed() {
        return Duration.ofNanos(clock.getAsLong() - start);
    }

    /**
     * Cases per second.
     *
     * @param progress how far it is
     * @return empty before the first case was measured
     */
    public OptionalDouble perSecond(CohortProgress progress) {
        long nanos = elapsed().toNanos();
        int measured = progress.done() - progress.taken();
        return measured == 0 || nanos <= 0 ? OptionalDouble.empty() : OptionalDouble.of(measured / (nanos / NANOS));
    }

    /**
     * How long it will take still, if it goes on like this.
     *
     * @param progress how far it is
     * @return empty before the first case was measured
     */
    public Optional<Duration> remaining(CohortProgress progress) {
        OptionalDouble rate = perSecond(progress);
        return rate.isEmpty() ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(1000 * (progress.total() - progress.done()) / rate.getAsDouble())));
    }
}
