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
                return InCatchBlock(() => Open().Dispose());
            case "with a child that threw":
                return ChildThrows();
            case "with a cancellation that nobody catches":
                Throw(new OperationCanceledException("enough"));
                return 0;
            case "with a task that was cancelled":
                return Catch(() => Throw(new AggregateException("enough", new TaskCanceledException())));
            case "with a time that ran out":
                return Catch(() => Throw(new TaskCanceledException("exploded", new TimeoutException())));
            case "with an exception behind an await using":
                try
                {
                    await ThrowAsync();
                }
                catch (InvalidOperationException)
                {
                    // As programs do that try the next thing.
                }
                return 0;
            case "in a catch block that handles another one":
                return InCatchBlock(HandleOne);
            case "in a catch block of a run before":
                using (var before = Neptune.Run.Init(new() { Mode = ConnectionMode.Debug, CaptureHardwareMetrics = false }))
                    return InCatchBlock(HandleOne);
            case "in a finally block that handles another one":
                return Catch(InFinallyBlock);
            case "with an exception that a catch block catches":
                return InCatchBlock(() => Catch(() => Throw(new InvalidOperationException("loss exploded"))));
            case "with an exception, while another one is handled":
                return Catch(ThrowAndHandle);
            case "exiting while it logs":
                return ExitWhileLogging(ConnectionMode.Async);
            case "exiting while it logs in sync mode":
                return ExitWhileLogging(ConnectionMode.Sync);
            case "logging at its exit":
                return LogAtExit();
            case "logging until a signal":
                var logging = Open();
                LogForEver(logging);
                Wait(logging);
                return 0;
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

    private static async Task ThrowAsync()
    {
        await using var run = Open();
        throw new InvalidOperationException("loss diverged");
    }

    private static int InCatchBlock(Action work)
    {
        try
        {
            throw new InvalidOperationException("before the run");
        }
        catch (InvalidOperationException)
        {
            work();
            return 0;
        }
    }

    private static void InFinallyBlock()
    {
        try
        {
            throw new InvalidOperationException("before the run");
        }
        finally
        {
            HandleOne();
        }
    }

    private static void HandleOne()
    {
        using var run = Open();
        Catch(() => run["nothing"].Fetch<int>());
    }

    private static void ThrowAndHandle()
    {
        using var run = Open();
        try
        {
            throw new InvalidOperationException("loss exploded");
        }
        finally
        {
            Catch(() => run["nothing"].Fetch<int>());
        }
    }

    private static int ExitWhileLogging(ConnectionMode mode)
    {
        LogForEver(Open(options => options.Mode = mode));
        Environment.Exit(4);
        return 0;
    }

    /// <summary>Logs and reads on threads that know nothing of an end.</summary>
    private static void LogForEver(Neptune.Run run)
    {
        foreach (var work in (Action<int>[])[i => run["points"].Append(i), i => run["value"] = i, i => run["file"].Upload(NeptuneFile.FromText($"{i}")), i => run["loss"].FetchLast<double>()])
        {
            new Thread(() =>
            {
                for (var i = 0; ; i++)
                {
                    work(i);
                    Thread.Sleep(1);
                }
            }).Start();
        }
    }

    private static int LogAtExit()
    {
        var run = Open();
        // Registered behind the run's own, so that it comes after it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            run["last"].Append(1);
            run["last_value"] = 1;
            run["last_file"].Upload(NeptuneFile.FromText("x"));
            run["last_files"].Append(NeptuneFile.FromText("x"));
            run["last_tag"].Add("x");
            Console.WriteLine($"read {run["loss"].FetchLast<double>()}");
        };
        return 3;
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
