namespace Neptune;

/// <summary>Where a model version stands on its way to users; kept in <c>sys/stage</c>. Every transition is allowed.</summary>
public enum ModelStage
{
    /// <summary>Not assigned to a stage; what a new version has.</summary>
    None = 0,

    /// <summary>Being tried out.</summary>
    Staging = 1,

    /// <summary>In use.</summary>
    Production = 2,

    /// <summary>Kept for the record.</summary>
    Archived = 3,
}
