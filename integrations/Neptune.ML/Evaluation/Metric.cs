namespace Neptune.ML.Evaluation;

/// <summary>One number of an evaluation, by the name that the field uses for it.</summary>
internal readonly record struct Metric(string Name, double Value);
