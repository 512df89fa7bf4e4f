namespace Neptune.Cli;

/// <summary>What the process answers to the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>What was asked for does not exist or could not be done.</summary>
    public const int Failure = 1;

    /// <summary>The command line is not one that the tool understands.</summary>
    public const int Usage = 2;
}
