using System.Diagnostics;

namespace Neptune.PackageTests;

/// <summary>A fresh program in a folder outside the repository that references a package of the feed.</summary>
public sealed class Consumer
{
    private readonly Feed feed;

    /// <param name="feed">The packages.</param>
    /// <param name="package">The one that it references.</param>
    /// <param name="code">The program.</param>
    /// <param name="properties">Properties besides, or instead of, the usual ones.</param>
    public Consumer(Feed feed, string package, string code, string properties = "")
    {
        this.feed = feed;
        Folder = feed.NewFolder();
        File.WriteAllText(PathOf("demo.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                {feed.RestoreProperties}
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(PathOf("Program.cs"), code);
    }

    public string Folder { get; }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public string Run(params string[] arguments) => DotNet.Run(Folder, arguments);

    /// <summary>Installs a tool of the feed and runs it in the folder.</summary>
    public string RunTool(string package, string command, params string[] arguments)
    {
        Run("tool", "install", package, "--tool-path", "tools", "--configfile", feed.OnlySource, "--version", feed.Version);
        return RunProgram($"tools/{command}", arguments);
    }

    public Process StartProgram(string file, params string[] arguments) => DotNet.Start(Folder, PathOf(file), arguments);

    public string RunProgram(string file, params string[] arguments) => DotNet.Program(Folder, PathOf(file), arguments);
}
