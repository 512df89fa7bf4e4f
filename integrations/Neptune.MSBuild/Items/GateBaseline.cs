namespace Neptune.MSBuild.Items;

/// <summary>What a gate compares with: a certain version, or the newest in a stage.</summary>
internal sealed record GateBaseline(int? Version, ModelStage? Stage);
