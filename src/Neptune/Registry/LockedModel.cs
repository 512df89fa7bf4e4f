using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

namespace Neptune.Registry;

/// <summary>A version that a lock file pins.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="Requested">What was asked for, as <see cref="ModelRequest.Text"/> says it.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="Version">The version's id.</param>
/// <param name="Stage">The stage it was in.</param>
/// <param name="Sha256">The hash of its file.</param>
/// <param name="Size">The file's size in bytes.</param>
/// <param name="Extension">The file's extension, without the dot.</param>
internal sealed record LockedModel(string Key, string Requested, string Project, string Version, ModelStage Stage, string Sha256, long Size, string Extension)
{
    public static LockedModel Of(ModelRequest request, ResolvedModel found) =>
        new(request.Key, request.Text, found.Project, found.Id, found.Stage, found.File.Sha256, found.File.Size, found.File.Extension);

    /// <summary>What a file says becomes names of files and ids that are asked for: it must be what <see cref="Of"/> makes.</summary>
    /// <param name="file">The lock file.</param>
    /// <param name="name">What the project calls the model.</param>
    /// <exception cref="NeptuneCorruptDataException">It is not.</exception>
    public void Check(string file, string name)
    {
        Require(Keys.IsValid(Key), nameof(Key), Key, "the key of a model, such as \"INCOME\"");
        Require(ModelRequest.TryParse(Key, Requested, out var request), nameof(Requested), Requested, "a number and a stage, such as \"3\", \"Production\" or \"3, Production\"");
        Require(ProjectName.TryParse(Project, out var project) && project.ToString() == Project, nameof(Project), Project, "the full name of a project, such as \"ml-team/classification\"");
        Require(NumberOf(Version) is { } number && number == (request.Version ?? number), nameof(Version), Version, $"the id of a version of {Key} that was asked for by \"{Requested}\", such as \"CLS-{Key}-{request.Version ?? 3}\"");
        Require(Enum.IsDefined(Stage), nameof(Stage), Stage.ToString(), $"one of {string.Join(", ", Enum.GetNames<ModelStage>())}");
        Require(Sha256.Length == SHA256.HashSizeInBytes * 2 && Sha256.All(char.IsAsciiHexDigitLower), nameof(Sha256), Sha256, "a SHA-256 of 64 lower-case hexadecimal digits");
        Require(Size >= 0, nameof(Size), Size.ToString(CultureInfo.InvariantCulture), "a number of bytes");
        Require(Extension.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'), nameof(Extension), Extension, "the extension of a file, without the dot");

        void Require(bool isValid, string property, string value, string wanted)
        {
            if (!isValid)
                throw new NeptuneCorruptDataException($"{file}: {JsonNamingPolicy.CamelCase.ConvertName(property)} of {name} is \"{value}\", not {wanted}. Restore the file from version control, or delete it and build again.");
        }
    }

    /// <summary>The number in the id of a version of this model, <c>CLS-INCOME-3</c>; <see langword="null"/> when it is none.</summary>
    private int? NumberOf(string id) =>
        id.Split('-') is [var project, var key, var number] && Keys.IsValid(project) && key == Key
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 && parsed.ToString(CultureInfo.InvariantCulture) == number
            ? parsed
            : null;
}
