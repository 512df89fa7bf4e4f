using Microsoft.ML.Trainers;

namespace Neptune.ML.Training.Logs;

/// <summary>
/// A loss function that answers as another one does and adds up what it said. One thread asks, the same that reads. It is asked about every row of every
/// epoch, where one more call through an interface is several percent of the training: the losses that trainers have by default are called directly.
/// </summary>
internal abstract class LossSum : IClassificationLoss, IRegressionLoss
{
    /// <summary>How many rows were asked about.</summary>
    public long Count { get; private protected set; }

    public double Mean => Sum / Count;

    private protected double Sum { get; set; }

    /// <summary>Null when there is no loss function to ask.</summary>
    public static LossSum? Around(object? loss) => loss switch
    {
        LogLoss log => new Of<Log>(new(log)),
        HingeLoss hinge => new Of<Hinge>(new(hinge)),
        SquaredLoss squared => new Of<Squared>(new(squared)),
        IScalarLoss other => new Of<Other>(new(other)),
        _ => null,
    };

    public void Restart() => (Sum, Count) = (0, 0);

    public abstract double Loss(float output, float label);

    public abstract float Derivative(float output, float label);

    /// <summary>Compiled for each kind of call, as it is a structure.</summary>
    private sealed class Of<TCall>(TCall call) : LossSum
        where TCall : struct, IScalarLoss
    {
        public override double Loss(float output, float label)
        {
            var value = call.Loss(output, label);
            Sum += value;
            Count++;
            return value;
        }

        public override float Derivative(float output, float label) => call.Derivative(output, label);
    }

    private readonly struct Log(LogLoss loss) : IScalarLoss
    {
        public double Loss(float output, float label) => loss.Loss(output, label);

        public float Derivative(float output, float label) => loss.Derivative(output, label);
    }

    private readonly struct Hinge(HingeLoss loss) : IScalarLoss
    {
        public double Loss(float output, float label) => loss.Loss(output, label);

        public float Derivative(float output, float label) => loss.Derivative(output, label);
    }

    private readonly struct Squared(SquaredLoss loss) : IScalarLoss
    {
        public double Loss(float output, float label) => loss.Loss(output, label);

        public float Derivative(float output, float label) => loss.Derivative(output, label);
    }

    private readonly struct Other(IScalarLoss loss) : IScalarLoss
    {
        public double Loss(float output, float label) => loss.Loss(output, label);

        public float Derivative(float output, float label) => loss.Derivative(output, label);
    }
}
