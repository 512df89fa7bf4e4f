namespace Neptune.ML.Training;

/// <summary>Where one stage of a pipeline logs to.</summary>
/// <param name="Stage">The namespace of the stage, <c>train/stages/02_FastTreeBinary</c>, for durations.</param>
/// <param name="IsTrainer">Whether the stage has iterations; other stages only have durations and, where they count something, a number.</param>
/// <param name="Main">The namespace for series: that of the training for its last trainer, that of the stage for others.</param>
/// <param name="Curves">The series.</param>
/// <param name="Progress">How far the stage is.</param>
/// <param name="Options">What the user wants.</param>
internal sealed record StageLog(RunScope Stage, bool IsTrainer, RunScope Main, CurveWriter Curves, ProgressMeter Progress, NeptuneCallbackOptions Options)
{
    public void Note(string what) => Stage.Note(what);
}
