namespace Neptune.ML.Evaluation.Folds;

/// <summary>How many rows a fold has among those of all folds, which follow each other.</summary>
/// <param name="Fold">Its number.</param>
/// <param name="Count">The number of its rows.</param>
internal readonly record struct FoldRows(int Fold, int Count);
