package io.github.radiomics4j.deep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublicSignaturesTest {

    @Test
    void noPublicSignatureNamesTheNetworkLibrary() throws IOException, URISyntaxException, ClassNotFoundException {
        List<String> offences = new ArrayList<>();
        List<Class<?>> classes = classes();
        assertTrue(classes.stream().anyMatch(c -> c.getSimpleName().equals("Dl4jEncoder")), "classes found: " + classes);
        for (Class<?> type : classes) {
            if (!Modifier.isPublic(type.getModifiers())) {
                continue;
            }
            List<String> signatures = new ArrayList<>();
            signatures.add(type.toGenericString() + " " + type.getGenericSuperclass() + " " + List.of(type.getGenericInterfaces()));
            Stream.<Executable>concat(Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()))
                    .filter(m -> isVisible(m.getModifiers()) && !m.isSynthetic()).map(Executable::toGenericString).forEach(signatures::add);
            Stream.of(type.getDeclaredFields()).filter(f -> isVisible(f.getModifiers())).map(Field::toGenericString)
                    .forEach(signatures::add);
            signatures.stream().filter(s -> s.contains("org.nd4j") || s.contains("org.deeplearning4j") || s.contains("ai.onnxruntime"))
                    .forEach(offences::add);
        }
        assertEquals(List.of(), offences);
    }


    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static List<Class<?>> classes() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(Encoder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class") && !f.endsWith("package-info.class")).sorted().toList()) {
                String name = root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
                classes.add(Class.forName(name.substring(0, name.length() - ".class".length()), false, Encoder.class.getClassLoader()));
            }
        }
        return classes;
    }
}
