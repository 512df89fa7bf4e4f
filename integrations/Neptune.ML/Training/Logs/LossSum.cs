using Microsoft.ML.Trainers;

namespace Neptune.ML.Training.Logs;

/// <summary>A loss function that answers as another one does and adds up what it said. One thread asks, the same that reads.</summary>
internal sealed class LossSum : IClassificationLoss, IRegressionLoss
{
    private readonly IScalarLoss loss;
    private double sum;

    private LossSum(IScalarLoss loss) => this.loss = loss;

    /// <summary>How many rows were asked about.</summary>
    public long Count { get; private set; }

    public double Mean => sum / Count;

    /// <summary>Null when there is no loss function to ask.</summary>
    public static LossSum? Around(object? loss) => loss is IScalarLoss scalar ? new(scalar) : null;

    public void Restart() => (sum, Count) = (0, 0);

    public double Loss(float output, float label)
    {
        var value = loss.Loss(output, label);
        sum += value;
        Count++;
        return value;
    }

    public float Derivative(float output, float label) => loss.Derivative(output, label);
}
