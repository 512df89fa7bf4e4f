using System.Buffers.Binary;
using System.IO.Compression;
using Microsoft.ML;
using Neptune.ML.Models;

namespace Neptune.ML.Tests.Models;

public sealed class ModelZipTests
{
    private readonly MLContext ml = new(seed: 1);

    [Fact]
    public void A_model_saved_twice_is_the_same_file()
    {
        var (data, model) = Train(1);

        using var first = ModelZip.Save(model, data.Schema);
        using var second = ModelZip.Save(model, data.Schema);

        Assert.Equal(File.ReadAllBytes(first.Path), File.ReadAllBytes(second.Path));
        Assert.Equal(first.Size, new FileInfo(first.Path).Length);
        Assert.StartsWith("5.", first.MlNetVersion);
    }

    [Fact]
    public void The_hash_does_not_count_times_order_and_compression_of_the_zip()
    {
        var (data, model) = Train(1);
        using var saved = ModelZip.Save(model, data.Schema);
        using var other = new MemoryStream();
        using (var source = ZipFile.OpenRead(saved.Path))
        using (var target = new ZipArchive(other, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.Reverse())
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.NoCompression);
                copy.LastWriteTime = new(2020, 5, 5, 5, 5, 4, TimeSpan.Zero);
                using var to = copy.Open();
                using var from = entry.Open();
                from.CopyTo(to);
            }
        }
        other.Position = 0;

        var hash = ModelZip.HashOf(other);

        Assert.Equal(saved.Hash, hash);
    }

    [Fact]
    public void Models_that_differ_have_different_hashes()
    {
        var (data, one) = Train(1);
        var (_, two) = Train(2);

        using var first = ModelZip.Save(one, data.Schema);
        using var second = ModelZip.Save(two, data.Schema);

        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public void A_saved_model_is_what_ML_NET_loads()
    {
        var (data, model) = Train(1);
        using var saved = ModelZip.Save(model, data.Schema);

        var loaded = ml.Model.Load(saved.Path, out var schema);

        Assert.Equal(["Label", "Features"], schema.Select(c => c.Name));
        Assert.Equal(ml.BinaryClassification.Evaluate(model.Transform(data)).LogLoss, ml.BinaryClassification.Evaluate(loaded.Transform(data)).LogLoss);
    }

    [Fact]
    public void A_version_of_more_than_a_kilobyte_is_not_read()
    {
        using var zip = Zip("TrainingInfo/Version.txt", new string('5', 1025));

        var error = Assert.Throws<InvalidDataException>(() => ModelZip.HashOf(zip));

        Assert.Equal("TrainingInfo/Version.txt, the version of ML.NET, has 1025 bytes; no more than 1024 are read.", error.Message);
    }

    [Fact]
    public void A_file_that_claims_to_unpack_to_what_no_model_does_is_not_read()
    {
        using var zip = Claiming(int.MaxValue);

        var error = Assert.Throws<InvalidDataException>(() => ModelZip.HashOf(zip));

        Assert.Matches(@"^its \d+ bytes claim to unpack to 2147483647, more than 200 times as many", error.Message);
    }

    [Fact]
    public void An_entry_that_has_less_than_it_claims_is_refused()
    {
        using var zip = Claiming(6);

        var error = Assert.Throws<InvalidDataException>(() => ModelZip.HashOf(zip));

        Assert.Equal("Model.key has fewer than the 6 bytes that it claims.", error.Message);
    }

    /// <summary>A file of one entry.</summary>
    private static MemoryStream Zip(string name, string content)
    {
        var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(archive.CreateEntry(name).Open()))
            entry.Write(content);
        return zip;
    }

    /// <summary>A file with an entry of five bytes that its directory says something else of.</summary>
    private static MemoryStream Claiming(int size)
    {
        const int PlaceOfSize = 24;
        var zip = Zip("Model.key", "12345");
        var bytes = zip.GetBuffer().AsSpan(0, (int)zip.Length);
        var directory = bytes.LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[(directory + PlaceOfSize)..], size);
        return zip;
    }

    private (IDataView Data, ITransformer Model) Train(int iterations)
    {
        var data = Datasets.BreastCancer(ml);
        return (data, ml.Transforms.ReplaceMissingValues("Features").Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(maximumNumberOfIterations: iterations)).Fit(data));
    }
}
