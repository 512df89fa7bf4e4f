using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Neptune.TestChild;

/// <summary>Opens a run and ends in one of the ways in which programs end. What takes a signal says "ready" and waits for it.</summary>
public static class End
{
    public static async Task<int> RunAsync(string how)
    {
        switch (how)
        {
            case "in order":
                using (Open())
                    return 0;
            case "waiting":
                Wait(Open());
                return 0;
            case "handling the signal":
                return HandleSignal();
            case "with an exit code":
                Open();
                return 3;
            case "with an exit code behind a using":
                using (Open())
                    return 3;
            case "with an exit code that does not matter":
                using (Open(options => options.FailOnException = false))
                    return 3;
            case "with an exception that is caught":
                return Catch(() => Throw(new InvalidOperationException("loss exploded")));
            case "with a cancellation":
                return Catch(() => Throw(new OperationCanceledException("enough")));
            case "in a catch block":
                return InCatchBlock();
            case "with a child that threw":
                return ChildThrows();
            case "in a host":
                return await InHostAsync();
            default:
                throw new ArgumentException(how);
        }
    }

    private static Neptune.Run Open(Action<RunOptions>? with = null)
    {
        var options = new RunOptions { CustomRunId = "ending", FlushPeriod = TimeSpan.FromHours(1), CaptureHardwareMetrics = false };
        with?.Invoke(options);
        var run = Neptune.Run.Init(options);
        run["loss"].Append(0.5);
        return run;
    }

    private static void Wait(Neptune.Run run)
    {
        Console.WriteLine("ready");
        Thread.Sleep(Timeout.Infinite);
        GC.KeepAlive(run);
    }

    private static int HandleSignal()
    {
        using var stopping = new ManualResetEventSlim();
        // Registered before the run's own, as a host does, so that it is asked after it.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stopping.Set();
        });
        using var run = Open();
        Console.WriteLine("ready");
        stopping.Wait();
        run["loss"].Append(0.25);
        return 0;
    }

    private static int Catch(Action work)
    {
        try
        {
            work();
        }
        catch (Exception)
        {
            // As programs do that try the next thing.
        }
        return 0;
    }

    private static void Throw(Exception exception)
    {
        using var run = Open();
        throw exception;
    }

    private static int InCatchBlock()
    {
        try
        {
            throw new InvalidOperationException("before the run");
        }
        catch (InvalidOperationException)
        {
            using var run = Open();
            return 0;
        }
    }

    private static int ChildThrows()
    {
        using var run = Open();
        return Catch(() =>
        {
            using var child = run.InitChild();
            throw new InvalidOperationException("trial exploded");
        });
    }

    private static async Task<int> InHostAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddNeptune(options => (options.CustomRunId, options.CaptureHardwareMetrics) = ("ending", false));
        builder.Services.AddHostedService<Exploding>();
        using var host = builder.Build();
        try
        {
            await host.RunAsync();
        }
        catch (Exception)
        {
            // Hosts of some versions throw what their services did, others do not.
        }
        return 0;
    }

    private sealed class Exploding(Neptune.Run run) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            run["loss"].Append(0.5);
            throw new InvalidOperationException("loss exploded");
        }
    }
}
