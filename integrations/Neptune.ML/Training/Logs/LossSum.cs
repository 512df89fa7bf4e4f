using System.Runtime.CompilerServices;
using Microsoft.ML.Trainers;

namespace Neptune.ML.Training.Logs;

/// <summary>
/// A loss function that answers as another one does and adds up what it said. One thread asks, the same that reads. It is asked about every row of every
/// epoch, where one more call through an interface is several percent of the training: the losses that trainers have by default are called directly, and it is
/// compiled for speed at once.
/// </summary>
internal abstract class LossSum : IClassificationLoss, IRegressionLoss
{
    /// <summary>Null when there is no loss function to ask.</summary>
    public static LossSum? Around(object? loss) => loss switch
    {
        LogLoss log => new Of<Log>(new(log)),
        HingeLoss hinge => new Of<Hinge>(new(hinge)),
        SquaredLoss squared => new Of<Squared>(new(squared)),
        IScalarLoss other => new Of<Other>(new(other)),
        _ => null,
    };

    /// <summary>What was said since the last time, added up.</summary>
    public abstract double Take();

    public abstract double Loss(float output, float label);

    public abstract float Derivative(float output, float label);

    /// <summary>Compiled for each kind of call, as it is a structure.</summary>
    private sealed class Of<TCall>(TCall call) : LossSum
        where TCall : struct, IScalarLoss
    {
        private double sum;

        public override double Take()
        {
            var taken = sum;
            sum = 0;
            return taken;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public override double Loss(float output, float label)
        {
            var value = call.Loss(output, label);
            sum += value;
            return value;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
