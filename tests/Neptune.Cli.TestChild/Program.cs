using Microsoft.Extensions.Logging.Abstractions;
using Neptune;

// Logs into a run what the store surely has and what it surely has not, says the run's id and waits: to be killed, or for the end of stdin.
var run = Run.Init(new()
{
    Name = "crashing",
    FlushPeriod = TimeSpan.FromHours(1),
    CaptureHardwareMetrics = false,
    CaptureStderr = false,
    CaptureStdout = false,
    Logger = NullLogger.Instance,
});
run["params/lr"] = 0.5;
run.Wait();
for (var i = 0; i < int.Parse(args[0]); i++)
    run["train/loss"].Append(1.0 / (i + 1));
run["model"].Upload(NeptuneFile.FromText("weights", "bin"));
Console.WriteLine(run.Id);
Console.In.ReadToEnd();
