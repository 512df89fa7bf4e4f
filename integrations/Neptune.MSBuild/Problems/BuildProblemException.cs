namespace Neptune.MSBuild.Problems;

/// <summary>A problem that the build reports: one line, with a code and a place.</summary>
internal sealed class BuildProblemException(string code, string message, Position? position = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Where the codes are explained.</summary>
    public const string HelpUrl = "https://www.nuget.org/packages/Neptune.MSBuild#codes";

    public string Code { get; } = code;

    public Position? Position { get; } = position;

    /// <summary>The problem that an exception is, for those that nobody has given a code and a place.</summary>
    public static BuildProblemException From(Exception e) => e switch
    {
        BuildProblemException problem => problem,
        NeptuneOptionsException or NeptuneNameException => new(Codes.BadSettings, e.Message, cause: e),
        NeptuneException => new(Codes.StoreFailed, e.Message, cause: e),
        _ => Unexpected(e, e.GetBaseException()),
    };

    private static BuildProblemException Unexpected(Exception e, Exception root) =>
        new(Codes.Unexpected, $"{root.GetType().Name}: {root.Message.ReplaceLineEndings(" ")} The stack is in the log at detailed verbosity; please report it.", cause: e);
}
