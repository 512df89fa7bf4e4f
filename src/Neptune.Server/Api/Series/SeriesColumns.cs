using System.Buffers.Binary;
using System.Text.Json;

namespace Neptune.Server.Api;

/// <summary>
/// Writes buckets as columns of 64-bit little-endian numbers behind a header in JSON, so that a browser takes them as they are: the length of the header in
/// 4 bytes, the header, padded with blanks to a multiple of 8, and for each series its columns one after the other.
/// </summary>
internal sealed class SeriesColumns(Neptune.Storage.Store store, ProjectRecord project)
{
    public const string ContentType = "application/vnd.neptune.columns";

    private const int Alignment = 8;

    private static readonly (string Name, Func<FloatBucket, double> Value)[] Columns =
    [
        ("firstStep", bucket => bucket.FirstStep), ("lastStep", bucket => bucket.LastStep), ("lastTime", bucket => Milliseconds(bucket.LastTicks)), ("count", bucket => bucket.Count),
        ("min", bucket => bucket.Min), ("max", bucket => bucket.Max), ("mean", bucket => bucket.Mean), ("last", bucket => bucket.Last),
    ];

    private readonly Dictionary<string, (ObjectRecord? Record, long CreatedMs)> objects = new(StringComparer.Ordinal);

    public byte[] Read(BucketRequest request)
    {
        var found = request.Series.Select(series => Read(series, request)).ToList();
        var header = JsonSerializer.SerializeToUtf8Bytes(new([.. found.Select(series => series.Header)], [.. Columns.Select(column => column.Name)]), ApiJson.Default.ColumnsHeader);
        var start = (sizeof(int) + header.Length + Alignment - 1) / Alignment * Alignment;
        var bytes = new byte[start + (found.Sum(series => series.Buckets.Count) * Columns.Length * sizeof(double))];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, start - sizeof(int));
        bytes.AsSpan(sizeof(int), start - sizeof(int)).Fill((byte)' ');
        header.CopyTo(bytes, sizeof(int));

        var rest = bytes.AsSpan(start);
        foreach (var (_, buckets) in found)
        {
            foreach (var (_, value) in Columns)
            {
                foreach (var bucket in buckets)
                {
                    BinaryPrimitives.WriteDoubleLittleEndian(rest, value(bucket));
                    rest = rest[sizeof(double)..];
                }
            }
        }
        return bytes;
    }

    private (SeriesHeader Header, IReadOnlyList<FloatBucket> Buckets) Read(SeriesName series, BucketRequest request)
    {
        var (record, created) = Find(series.Id);
        try
        {
            if (record is null)
                throw new NeptuneNotFoundException($"There is no object {series.Id} in {project.Name}.");
            var buckets = store.ReadFloatBuckets(record.Uid, series.Path, request.Buckets, request.FromStep, request.ToStep);
            return (new(series.Id, series.Path, buckets.Sum(bucket => bucket.Count), buckets.Count, created, null), buckets);
        }
        catch (Exception error) when (error is NeptuneNotFoundException or NeptuneMissingFieldException or NeptuneFieldTypeException or NeptuneCorruptDataException)
        {
            // The others can be drawn.
            return (new(series.Id, series.Path, 0, 0, created, error.Message), []);
        }
    }

    private (ObjectRecord? Record, long CreatedMs) Find(string id)
    {
        if (objects.TryGetValue(id, out var known))
            return known;
        ObjectRecord? record = store.FindBySysId(id, project) is [var first, ..] ? first : null;
        var created = record is null ? 0 : store.ReadField(record.Uid, SysFields.CreationTime)?.Scalar?.Whole ?? 0;
        return objects[id] = (record, (long)Milliseconds(created));
    }

    private static double Milliseconds(long utcTicks) => Math.Floor((utcTicks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerMillisecond);
}
