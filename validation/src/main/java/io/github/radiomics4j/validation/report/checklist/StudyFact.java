package io.github.radiomics4j.validation.report.checklist;

/**
 * What an analysis can know about itself. Several checklists ask for one fact under different numbers, so a fact is answered once. An
 * answer says what was done, with its numbers.
 */
public enum StudyFact {
    /** How cases were split or resampled, and that every step that looks at outcomes was repeated on training cases only. */
    DATA_SPLIT,
    /** What was done to images or data before features were measured: re-segmentation, normalisation, checks. */
    PREPROCESSING,
    /** The voxel size that images were resampled to and by which interpolation, or that they were not. */
    RESAMPLING,
    /** How grey levels were discretised: fixed number or width of bins, and its value. */
    DISCRETISATION,
    /** Which images were measured: original, wavelet, other filters. */
    IMAGE_TYPES,
    /** Which software of which version measured the features, and how it stands to IBSI. */
    EXTRACTION_SOFTWARE,
    /** The families of features that were measured. */
    FEATURE_CLASSES,
    /** How many features each case has, and how many were left out. */
    FEATURE_COUNT,
    /** All other parameters of extraction, such as aggregation and distances, or where they are listed. */
    EXTRACTION_PARAMETERS,
    /** How many values were missing and what was done about them. */
    MISSING_DATA,
    /** How many cases had the event and how many had not, and what was done about it. */
    CLASS_BALANCE,
    /** How many segmentations per case, the intraclass correlation that was asked for and what it removed. */
    SEGMENTATION_RELIABILITY,
    /** How features were scaled. */
    FEATURE_SCALING,
    /** How the number of features was reduced: steps, thresholds, what was left. */
    DIMENSION_REDUCTION,
    /** Whether and how redundant features were removed. */
    REDUNDANCY_REMOVAL,
    /** Features of the model, and events per feature. */
    DIMENSIONALITY,
    /** How robust an end-to-end deep learning pipeline is; not applicable where there is none. */
    END_TO_END_ROBUSTNESS,
    /** The predictors that the recipe was given. */
    INITIAL_PREDICTORS,
    /** The type of model, its steps, its software and version. */
    ALGORITHM,
    /** How the model was trained and its hyperparameters chosen. */
    TRAINING_AND_TUNING,
    /** How the final model was chosen among several. */
    MODEL_SELECTION,
    /** Whether there were internal and external tests, and how. */
    TESTING,
    /** Whether the model was tested on separate cases of the same source. */
    INTERNAL_TEST,
    /** Whether the model was tested on cases of another institution. */
    EXTERNAL_TEST,
    /** Which measures and plots of discrimination, calibration and utility were computed. */
    PERFORMANCE_MEASURES,
    /** How intervals were computed and of which level. */
    UNCERTAINTY,
    /** Whether and how calibration was assessed. */
    CALIBRATION,
    /** Which tests compared performances, and whether p-values were adjusted. */
    COMPARISON_TESTS,
    /** Whether there is a comparison with predictors that are not radiomic, such as a grade, and with both together. */
    NON_RADIOMIC_COMPARISON,
    /** Whether there is a comparison with a simple or classical model. */
    SIMPLE_MODEL_COMPARISON,
    /** How the model is made understandable: formula, contributions. */
    EXPLANATION,
    /** Where cases were left out, and how many. */
    CASE_FLOW,
    /** Reproducibility and selection frequencies of features. */
    FEATURE_STATISTICS,
    /** The results of the evaluation, with intervals. */
    PERFORMANCE_RESULTS,
    /** Cases and events in each analysis. */
    CASES_AND_EVENTS,
    /** The full model: formula or file. */
    MODEL_SPECIFICATION,
    /** What the model gives, and how thresholds were found. */
    MODEL_OUTPUT,
    /** How predictions for the evaluation were calculated. */
    PREDICTION_CALCULATION,
    /** Whether the model was updated after its evaluation, and how. */
    MODEL_UPDATING,
    /** Where the settings of the whole pre-processing and extraction are given. */
    SETTINGS,
    /** Which code, of which version and licence, repeats the analysis; only where the authors publish how they called it. */
    ANALYSIS_CODE
}
