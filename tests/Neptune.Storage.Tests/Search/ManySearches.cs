namespace Neptune.Storage.Tests.Search;

/// <summary>Queries that find many, few or no runs, by each kind of condition, and fields to sort by.</summary>
public static class ManySearches
{
    public static TheoryData<string, string> All() => new(
        from query in Queries
        from sort in (string[])["sys/creation_time", "metrics/m00", "params/n00", "params/optimizer", "params/p00", "sys/failed", "sys/state"]
        select (query, sort));

    private static string[] Queries { get; } =
    [
        "",
        "`params/p00`:float < 0.5",
        "`params/p00`:float < 0.001",
        "`params/p00`:float != 0.5",
        "`data/version`:string = \"v77\"",
        "`data/version`:string = \"v77\" OR `data/version`:string = \"v78\"",
        "`sys/tags`:stringSet CONTAINS \"tag50\"",
        "`sys/name`:string MATCHES \"sgd 77$\"",
        "`sys/state`:experimentState = running",
        "`sys/state`:experimentState = idle",
        "min(`metrics/m01`) < -0.999 AND `params/n00`:int < 50",
        "`params/p00`:float < 0.2 AND `params/p01`:float < 0.2 AND `params/n00`:int < 200",
        "`params/p00`:float < 0.05 AND `params/p01`:float < 0.05 AND `params/n00`:int < 50 AND `params/p02`:float != 0.5",
        "(`params/p00`:float < 0.05 OR `params/p03`:float < 0.05) AND `params/p01`:float < 0.05 AND `sys/tags`:stringSet CONTAINS \"tag50\"",
        "`params/p00`:float < 0.002 OR `params/n01`:int = 5",
        "NOT `params/p00` EXISTS OR `params/s00` EXISTS",
        "`params/p00`:float < -1",
        "`sys/name`:string CONTAINS \"sgd 77\"",
        "`sys/failed`:bool != false",
        "`sys/failed`:bool != false AND last(`metrics/m02`) != 0.5 AND `params/optimizer`:string != \"adam\"",
        "max(`metrics/m01`) > 1.99 AND min(`metrics/m02`) < -0.9",
        "`data/version`:string != \"v77\" AND `sys/name`:string MATCHES \"m [0-9]7$\"",
    ];
}
