namespace Neptune.TestChild;

/// <summary>Dies of an unhandled exception with a run open: in a synchronous <c>using</c>, offline, in an asynchronous one, or on another thread.</summary>
public static class Fail
{
    public static async Task<int> RunAsync(string how)
    {
        switch (how)
        {
            case "in-using":
                InUsing(ConnectionMode.Async);
                break;
            case "in-using-offline":
                InUsing(ConnectionMode.Offline);
                break;
            case "in-await-using":
                await InAwaitUsingAsync();
                break;
            case "on-a-thread":
                OnThread();
                break;
            default:
                throw new ArgumentException(how);
        }
        return 0;
    }

    private static void InUsing(ConnectionMode mode)
    {
        using var run = Neptune.Run.Init(new() { CustomRunId = "failing", Mode = mode });
        run["loss"].Append(1);
        throw new InvalidOperationException("loss exploded");
    }

    private static async Task InAwaitUsingAsync()
    {
        await using var run = await Neptune.Run.InitAsync(new() { CustomRunId = "failing" });
        run["loss"].Append(1);
        await Task.Yield();
        throw new InvalidOperationException("loss exploded");
    }

    private static void OnThread()
    {
        var run = Neptune.Run.Init(new() { CustomRunId = "failing" });
        run["loss"].Append(1);
        var thread = new Thread(() => throw new InvalidOperationException("loss exploded"));
        thread.Start();
        thread.Join();
    }
}
