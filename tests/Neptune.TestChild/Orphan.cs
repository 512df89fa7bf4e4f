using System.Diagnostics;

namespace Neptune.TestChild;

/// <summary>Ends this process when the test that started it is gone, so that nothing logs on for ever.</summary>
public static class Orphan
{
    public const string Variable = "NEPTUNE_TEST_INPUT_IS_A_LEASH";

    /// <summary>The parent holds the other end of standard input and never writes: its end is the parent's end.</summary>
    public static void EndWithParent()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null)
            return;
        var leash = new Thread(() =>
        {
            Console.OpenStandardInput().CopyTo(Stream.Null);
            Process.GetCurrentProcess().Kill();
        })
        { IsBackground = true };
        leash.Start();
    }
}
