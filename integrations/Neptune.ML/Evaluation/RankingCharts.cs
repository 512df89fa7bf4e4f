using Microsoft.ML.Data;
using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>How good a ranking is down to each place.</summary>
internal static class RankingCharts
{
    public static Chart Gains(RankingMetrics metrics)
    {
        var gains = metrics.NormalizedDiscountedCumulativeGains;
        return new LineChart("ndcg", "Normalised discounted cumulative gain", new("Places (k)"), ChartAxis.Share("NDCG@k"),
            [new("model", ChartStyle.MarkedLine, [.. gains.Select((_, i) => i + 1.0)], gains)]);
    }
}
