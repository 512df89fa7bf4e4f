using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Neptune.ML.Pipelines;

/// <summary>Finds the hosts of a stage and of the trainers inside it. A host is a component's link to its <see cref="MLContext"/>.</summary>
internal static class HostSearch
{
    private const int MaximumDepth = 6;

    public static IReadOnlyCollection<IHost> In(object stage)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var hosts = new HashSet<IHost>(ReferenceEqualityComparer.Instance);
        Visit(stage, 0);
        return hosts;

        void Visit(object? value, int depth)
        {
            switch (value)
            {
                case IHost host:
                    hosts.Add(host);
                    return;
                case null or string or Delegate or IDataView or Type or IHostEnvironment:
                    return;
                case Array { Rank: 1 } array when !array.GetType().GetElementType()!.IsPrimitive && depth < MaximumDepth:
                    foreach (var item in array)
                        Visit(item, depth + 1);
                    return;
            }
            if (depth >= MaximumDepth || !IsMachineLearning(value.GetType(), depth) || !seen.Add(value))
                return;
            foreach (var field in Members.Fields(value.GetType()))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer)
                    Visit(field.GetValue(value), depth + 1);
            }
        }
    }

    /// <summary>The stage itself may be somebody else's class; what it holds is followed where it is ML.NET's.</summary>
    private static bool IsMachineLearning(Type type, int depth) => depth == 0 || type.Namespace?.StartsWith("Microsoft.ML", StringComparison.Ordinal) == true;
}
