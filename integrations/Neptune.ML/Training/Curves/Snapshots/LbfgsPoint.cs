using System.Reflection;
using Microsoft.ML.Data;
using Neptune.ML.Pipelines;

namespace Neptune.ML.Training.Curves.Snapshots;

/// <summary>The point that L-BFGS has reached: biases and weights in one vector.</summary>
internal sealed class LbfgsPoint : WeightReader
{
    private readonly object state;
    private readonly FieldInfo start;
    private readonly FieldInfo reached;

    private LbfgsPoint(object state, FieldInfo start, FieldInfo reached, WeightShape shape)
        : base(shape) => (this.state, this.start, this.reached) = (state, start, reached);

    /// <exception cref="MissingMemberException">The trainer keeps it in another way.</exception>
    public static LbfgsPoint In(Closure closure, int slots)
    {
        var state = closure.Variable<object>("state")();
        var (start, reached) = (Require(state, "_x"), Require(state, "_newX"));
        return new(state, start, reached, WeightShape.BiasesFirst(((VBuffer<float>)start.GetValue(state)!).Length / (slots + 1), slots));
    }

    /// <summary>The first report is of where it starts, the others are of where it got to.</summary>
    public override void CopyTo(long checkpoint, Span<float> numbers) => ((VBuffer<float>)(checkpoint == 0 ? start : reached).GetValue(state)!).CopyTo(numbers);

    private static FieldInfo Require(object state, string name) => Members.Field(state.GetType(), name) ?? throw new MissingMemberException(state.GetType().FullName, name);
}
