using Microsoft.ML.Data;

namespace Neptune.ML.Training.Curves;

/// <summary>A vector as an array that is filled again and again; of a sparse one only the values that are there are written and taken back.</summary>
internal sealed class DenseRow(int size)
{
    private int[]? set = [];

    public float[] Values { get; } = new float[size];

    public void Fill(in VBuffer<float> vector)
    {
        if (vector.IsDense)
        {
            vector.CopyTo(Values);
            set = null;
            return;
        }
        if (set is null)
            Array.Clear(Values);
        foreach (var index in set ?? [])
            Values[index] = 0;
        var indices = vector.GetIndices();
        var values = vector.GetValues();
        for (var i = 0; i < indices.Length; i++)
            Values[indices[i]] = values[i];
        set = indices.ToArray();
    }
}
