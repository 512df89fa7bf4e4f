namespace Neptune.MSBuild.Problems;

/// <summary>The codes of what the build reports; the README explains each.</summary>
internal static class Codes
{
    public const string BadItem = "NEPB0001";
    public const string MissingFile = "NEPB0002";
    public const string TokenInProject = "NEPB0003";
    public const string BadSettings = "NEPB0004";
    public const string BadMetrics = "NEPB0005";
    public const string WaitsInJournal = "NEPB0006";
    public const string StoreFailed = "NEPB0007";
    public const string InTrash = "NEPB0008";
    public const string NamedTwice = "NEPB0009";
    public const string NoSuchVersion = "NEPB0010";
    public const string Locked = "NEPB0011";
    public const string BadLockFile = "NEPB0012";
    public const string ContentChanged = "NEPB0013";
    public const string NotInCache = "NEPB0014";
    public const string GateFailed = "NEPB0015";
    public const string GateNotEvaluated = "NEPB0016";
    public const string StageTooLow = "NEPB0017";
    public const string OldMSBuild = "NEPB0018";
    public const string Unexpected = "NEPB0019";
}
