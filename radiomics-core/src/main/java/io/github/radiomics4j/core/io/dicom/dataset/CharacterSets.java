package io.github.radiomics4j.core.io.dicom.dataset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Java's names of the character sets that (0008,0005) may state (PS3.3, C.12.1.1.2). Of several the first is taken, or the
 * one that switches by escapes; characters that a set does not have, or whose set this Java lacks, show as U+FFFD.
 */
final class CharacterSets {
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("100", "ISO-8859-1"), Map.entry("101", "ISO-8859-2"),
            Map.entry("109", "ISO-8859-3"), Map.entry("110", "ISO-8859-4"), Map.entry("144", "ISO-8859-5"),
            Map.entry("127", "ISO-8859-6"), Map.entry("126", "ISO-8859-7"), Map.entry("138", "ISO-8859-8"),
            Map.entry("148", "ISO-8859-9"), Map.entry("203", "ISO-8859-15"), Map.entry("166", "TIS-620"), Map.entry("13", "JIS_X0201"),
            Map.entry("87", "ISO-2022-JP"), Map.entry("159", "ISO-2022-JP"), Map.entry("149", "EUC-KR"), Map.entry("58", "GB2312"),
            Map.entry("192", "UTF-8"));

    private CharacterSets() {
    }

    static Charset of(List<String> stated) {
        Charset chosen = StandardCharsets.US_ASCII;
        for (String name : stated) {
            Charset set = one(name);
            boolean escapes = set.name().startsWith("ISO-2022") || set.name().equals("EUC-KR");
            if (chosen.equals(StandardCharsets.US_ASCII) || escapes) {
                chosen = set;
            }
        }
        return chosen;
    }

    private static Charset one(String name) {
        String number = name.substring(name.lastIndexOf(' ') + 1);
        String java = name.equals("GB18030") || name.equals("GBK") ? name : NAMES.getOrDefault(number, "US-ASCII");
        return Charset.isSupported(java) ? Charset.forName(java) : StandardCharsets.US_ASCII;
    }
}
