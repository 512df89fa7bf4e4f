using System.Reflection;

namespace Neptune.ML.Trials;

/// <summary>Stands in for <c>IMonitor</c> of Microsoft.ML.AutoML, whose four methods tell what becomes of a trial. Not sealed, as the runtime derives from it.</summary>
internal class MonitorProxy : DispatchProxy
{
    public TrialLog? Log { get; set; }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (args is not [{ } report])
            return null;
        switch (targetMethod?.Name)
        {
            case "ReportRunningTrial":
                Log?.Running(report);
                break;
            case "ReportCompletedTrial":
                Log?.Ended(report, TrialLog.Completed);
                break;
            case "ReportFailTrial":
                Log?.Ended(report, TrialLog.Failed);
                break;
            case "ReportBestTrial":
                Log?.Best(report);
                break;
        }
        return null;
    }
}
