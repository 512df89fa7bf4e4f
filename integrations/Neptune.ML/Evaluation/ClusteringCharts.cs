using Microsoft.ML;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>How many rows each cluster of a clustering has.</summary>
internal static class ClusteringCharts
{
    public static Chart Sizes(IDataView scored, EvaluationColumns columns)
    {
        var cluster = NumberColumn.Require(scored.Schema, columns.PredictedLabel);
        var sizes = new SortedDictionary<double, double>();
        using var rows = scored.GetRowCursor([cluster]);
        var getCluster = NumberColumn.Getter(rows, cluster);
        while (rows.MoveNext())
        {
            // Clusters are keys, which people count from 1.
            var number = getCluster() + 1;
            sizes[number] = sizes.GetValueOrDefault(number) + 1;
        }
        var names = sizes.Keys.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new LineChart("cluster_sizes", "Rows of each cluster", new("Cluster", Labels: names), new("Rows"),
            [new("rows", ChartStyle.Bars, [.. sizes.Select((_, i) => (double)i)], [.. sizes.Values])]);
    }
}
