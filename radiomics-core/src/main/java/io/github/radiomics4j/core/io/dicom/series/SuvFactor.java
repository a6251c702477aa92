package io.github.radiomics4j.core.io.dicom.series;

import io.github.radiomics4j.core.InvalidInputException;
import io.github.radiomics4j.core.InvalidInputException.Problem;
import io.github.radiomics4j.core.io.dicom.dataset.DicomDataset;
import io.github.radiomics4j.core.io.dicom.dataset.DicomTag;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The factor from activity concentration (Bq/ml) to standardised uptake values by body weight (g/ml):
 * {@code 1000 · PatientWeight / (RadionuclideTotalDose · 2^(−t / RadionuclideHalfLife))}, where {@code t} is the time from the
 * injection to the instant that the activities are decay corrected to. With {@code DecayCorrection} START that is the start of the
 * scan: the series time, or the earliest acquisition time where that is earlier. With ADMIN {@code t} is 0. Following the vendor
 * neutral computation of the Quantitative Imaging Biomarkers Alliance. Images in GML by body weight have the factor 1.
 */
final class SuvFactor {
    private static final Pattern TIME = Pattern.compile("(\\d{2})(\\d{2})?(\\d{2})?(\\.\\d{1,6})?");

    private SuvFactor() {
    }

    static double of(List<DicomDataset> slices) {
        DicomDataset first = slices.get(0);
        for (DicomDataset slice : slices) {
            if (!slice.text(DicomTag.UNITS).equals(first.text(DicomTag.UNITS))) {
                throw slice.invalid(DicomTag.UNITS, Problem.SERIES_INCONSISTENT, "differs between the slices of the series");
            }
        }
        String units = first.requiredText(DicomTag.UNITS);
        return switch (units) {
            case "GML" -> {
                String type = first.text(DicomTag.SUV_TYPE).orElse("BW");
                if (!type.equals("BW")) {
                    throw first.invalid(DicomTag.SUV_TYPE, Problem.HEADER_INVALID, "must be BW (body weight), found " + type);
                }
                yield 1;
            }
            case "BQML" -> ofActivity(slices, first);
            default -> throw first.invalid(DicomTag.UNITS, Problem.HEADER_INVALID,
                    "must be BQML or GML to become standardised uptake values, found " + units);
        };
    }

    private static double ofActivity(List<DicomDataset> slices, DicomDataset first) {
        List<String> corrected = first.texts(DicomTag.CORRECTED_IMAGE);
        if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
            throw first.invalid(DicomTag.CORRECTED_IMAGE, Problem.HEADER_INVALID, "must include ATTN and DECY, found " + corrected);
        }
        DicomDataset drug = first.item(DicomTag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE)
                .orElseThrow(() -> first.missing(DicomTag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, Problem.HEADER_INVALID));
        double dose = positive(drug, DicomTag.RADIONUCLIDE_TOTAL_DOSE);
        double weight = positive(first, DicomTag.PATIENT_WEIGHT);
        String correction = first.requiredText(DicomTag.DECAY_CORRECTION);
        double decayed = switch (correction) {
            case "ADMIN" -> dose;
            case "START" -> dose * Math.pow(2, -secondsToScan(slices, drug) / positive(drug, DicomTag.RADIONUCLIDE_HALF_LIFE));
            default -> throw first.invalid(DicomTag.DECAY_CORRECTION, Problem.HEADER_INVALID,
                    "must be START or ADMIN, found " + correction);
        };
        return 1000 * weight / decayed;
    }

    private static double positive(DicomDataset dataset, DicomTag tag) {
        double value = dataset.number(tag).orElseThrow(() -> dataset.missing(tag, Problem.HEADER_INVALID));
        if (!(value > 0)) {
            throw dataset.invalid(tag, Problem.HEADER_INVALID, "must be positive, found " + value);
        }
        return value;
    }

    private static double secondsToScan(List<DicomDataset> slices, DicomDataset drug) {
        DicomDataset first = slices.get(0);
        LocalDate day = date(first, DicomTag.SERIES_DATE, first.requiredText(DicomTag.SERIES_DATE));
        LocalDateTime series = day.atTime(time(first, DicomTag.SERIES_TIME, first.requiredText(DicomTag.SERIES_TIME)));
        LocalDateTime scan = Stream.concat(Stream.of(series), slices.stream().flatMap(slice -> acquired(slice).stream()))
                .min(LocalDateTime::compareTo).orElse(series);
        LocalDateTime injection = injection(drug, scan);
        Duration between = Duration.between(injection, scan);
        double seconds = between.getSeconds() + between.getNano() * 1e-9;
        if (seconds < 0) {
            throw drug.invalid(DicomTag.RADIOPHARMACEUTICAL_START_DATE_TIME, Problem.HEADER_INVALID, "(" + injection
                    + ") must not be after the start of the scan (" + scan + ")");
        }
        return seconds;
    }

    private static Optional<LocalDateTime> acquired(DicomDataset slice) {
        return slice.text(DicomTag.ACQUISITION_DATE).flatMap(day -> slice.text(DicomTag.ACQUISITION_TIME)
                .map(time -> date(slice, DicomTag.ACQUISITION_DATE, day).atTime(time(slice, DicomTag.ACQUISITION_TIME, time))));
    }

    /** The stated date and time, or else the stated time on the day of the scan, the day before where it is later in the day. */
    private static LocalDateTime injection(DicomDataset drug, LocalDateTime scan) {
        Optional<String> whole = drug.text(DicomTag.RADIOPHARMACEUTICAL_START_DATE_TIME).filter(text -> text.length() >= 10);
        if (whole.isPresent()) {
            String text = whole.get().split("[+-]")[0];
            DicomTag tag = DicomTag.RADIOPHARMACEUTICAL_START_DATE_TIME;
            return date(drug, tag, text.substring(0, Math.min(8, text.length()))).atTime(time(drug, tag, text.substring(
                    Math.min(8, text.length()))));
        }
        DicomTag tag = DicomTag.RADIOPHARMACEUTICAL_START_TIME;
        LocalDateTime sameDay = scan.toLocalDate().atTime(time(drug, tag, drug.requiredText(tag)));
        return sameDay.isAfter(scan) ? sameDay.minusDays(1) : sameDay;
    }

    private static LocalDate date(DicomDataset dataset, DicomTag tag, String text) {
        if (!text.matches("\\d{8}")) {
            throw unreadable(dataset, tag, text);
        }
        try {
            return LocalDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6)));
        } catch (DateTimeException e) {
            throw unreadable(dataset, tag, text);
        }
    }

    private static LocalTime time(DicomDataset dataset, DicomTag tag, String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw unreadable(dataset, tag, text);
        }
        try {
            return LocalTime.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)),
                    parts.group(4) == null ? 0 : (int) Math.round(Double.parseDouble(parts.group(4)) * 1e9));
        } catch (DateTimeException e) {
            throw unreadable(dataset, tag, text);
        }
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static InvalidInputException unreadable(DicomDataset dataset, DicomTag tag, String text) {
        return dataset.invalid(tag, Problem.HEADER_INVALID, "must be a date or time, found \"" + text + "\"");
    }
}
