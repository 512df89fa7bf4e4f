namespace Neptune.PackageTests.Build;

/// <summary>A folder with a store of its own, in which tests write projects. All but one called "readme" reference the freshly packed package.</summary>
public sealed class Workspace
{
    private const string Properties = """
        <Project>
          <PropertyGroup>
            RESTORE
            <TreatWarningsAsErrors Condition="'$(TreatWarningsAsErrors)' == ''">true</TreatWarningsAsErrors>
            <NeptuneProject Condition="'$(NeptuneProject)$(NEPTUNE_PROJECT)' == ''">demo</NeptuneProject>
            <NeptuneModelCache>$(MSBuildThisFileDirectory)cache</NeptuneModelCache>
          </PropertyGroup>
          <ItemGroup Condition="'$(MSBuildProjectName)' != 'readme'">
            <PackageReference Include="Neptune.MSBuild" Version="VERSION" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    public Workspace(Feed feed)
    {
        Folder = feed.NewFolder();
        Directory.CreateDirectory(Path.Combine(Folder, ".neptune"));
        Write("Directory.Build.props", Properties.Replace("RESTORE", feed.RestoreProperties).Replace("VERSION", feed.Version));
    }

    public string Folder { get; }

    /// <summary>What the commands find in their environment.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    /// <summary>A C# program that prints one line, with items and whatever else is put into its project.</summary>
    public void WriteProgram(string name, string inProject, string code = "System.Console.WriteLine(\"built\");")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              {inProject}
            </Project>
            """);
        Write($"{name}/Program.cs", code);
    }

    public string Run(params string[] arguments) => DotNet.Run(Folder, Variables, arguments);

    /// <summary>Runs a command that must fail, and gives what it printed.</summary>
    public string Fail(params string[] arguments) => DotNet.Fail(Folder, Variables, arguments);
}
