using Neptune.ML.Charts;

namespace Neptune.ML.Evaluation;

/// <summary>Writes a confusion matrix and what follows from it for each class.</summary>
internal static class ConfusionLog
{
    private const int MostClasses = 100;

    public static void Write(NeptuneObject target, string path, ConfusionTable table)
    {
        var fields = target[path];
        fields["confusion_matrix"].Upload(NeptuneFile.FromText(table.Matrix(), "csv"));
        fields["class_report"].Upload(NeptuneFile.FromText(table.Report(), "csv"));
        if (table.Chart() is { } chart)
            ChartLog.Write(target, path, chart);
        WriteClasses(fields["classes"], table);
    }

    /// <summary>A field per class is for comparing runs; the report has the classes that are too many for it.</summary>
    private static void WriteClasses(Field fields, ConfusionTable table)
    {
        var names = FieldPart.Of([.. table.Classes.Take(MostClasses)]);
        for (var row = 0; row < names.Count; row++)
        {
            var one = fields[names[row]];
            one["precision"].Assign(table.Precision(row));
            one["recall"].Assign(table.Recall(row));
            one["f1"].Assign(table.F1(row));
            one["support"].Assign(table.Support(row));
            if (table.LogLoss is { } loss)
                one["log_loss"].Assign(loss[row]);
        }
    }
}
