package io.github.radiomics4j.radscore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings of what a recipe is made of, such that other parts have other settings: for recipes and steps that hold others. A step, trainer
 * or recipe that is not of this library has its class among its settings, since another one may have the same and do something else.
 */
public final class PartSettings {
    private static final String LIBRARY = "io.github.radiomics4j.";

    private PartSettings() {
    }

    /**
     * The settings of a selection step.
     *
     * @param step of this library or not
     * @return a fresh map
     */
    public static SortedMap<String, String> of(SelectionStep step) {
        return named(step, step.settings());
    }

    /**
     * The settings of a trainer.
     *
     * @param trainer of this library or not
     * @return a fresh map
     */
    public static SortedMap<String, String> of(RadscoreTrainer trainer) {
        return named(trainer, trainer.settings());
    }

    /**
     * The settings of a recipe.
     *
     * @param recipe of this library or not
     * @return a fresh map
     */
    public static SortedMap<String, String> of(Recipe recipe) {
        return named(recipe, recipe.settings());
    }

    private static SortedMap<String, String> named(Object part, Map<String, String> settings) {
        SortedMap<String, String> all = new TreeMap<>(settings);
        if (!part.getClass().getName().startsWith(LIBRARY)) {
            all.put("java.class", part.getClass().getName());
        }
        return all;
    }

    /**
     * Names as one setting.
     *
     * @param names any
     * @return parted by spaces; a name that is empty or holds a space or quotation mark stands in quotation marks, those in it doubled
     */
    public static String ofNames(Collection<String> names) {
        List<String> quoted = names.stream().map(name -> name.isEmpty() || name.contains(" ") || name.contains("\"")
                ? "\"" + name.replace("\"", "\"\"") + "\"" : name).toList();
        return String.join(" ", quoted);
    }
}
