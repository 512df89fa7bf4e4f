using System.CommandLine;

namespace Neptune.Cli.Commands;

/// <summary><c>--kind</c>: which objects a query is for.</summary>
internal sealed class KindOption : Option<string>
{
    /// <summary>The kinds by the names they have on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, ObjectKind> Kinds = new Dictionary<string, ObjectKind>(StringComparer.Ordinal)
    {
        ["runs"] = ObjectKind.Run,
        ["models"] = ObjectKind.Model,
        ["versions"] = ObjectKind.ModelVersion,
    };

    public KindOption()
        : base("--kind")
    {
        Description = "What the query looks for.";
        DefaultValueFactory = _ => "runs";
        this.AcceptOnlyFromAmong([.. Kinds.Keys]);
    }
}
