namespace Neptune.Core.Tests;

public sealed class ProjectNameTests
{
    [Theory]
    [InlineData("ml-team/classification", "ml-team", "classification")]
    [InlineData("classification", "local", "classification")]
    [InlineData("Team 1/Grüße 模型", "Team 1", "Grüße 模型")]
    public void A_name_is_a_workspace_and_a_project(string text, string workspace, string name) =>
        Assert.Equal(new(workspace, name), ProjectName.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("a/")]
    [InlineData("/a")]
    [InlineData("a/b/c")]
    [InlineData(" a")]
    [InlineData("a /b")]
    [InlineData("a\tb")]
    public void Anything_else_is_refused(string text) =>
        Assert.Contains("workspace/name", Assert.Throws<NeptuneNameException>(() => ProjectName.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_name_reads_as_it_was_written() =>
        Assert.Equal("ml-team/classification", ProjectName.Parse("ml-team/classification").ToString());

    [Theory]
    [InlineData("classification", "classification")]
    [InlineData(" my\nfolder ", "myfolder")]
    [InlineData("", "project")]
    [InlineData("🚀", "project")]
    public void Every_folder_has_a_project(string folder, string name) =>
        Assert.Equal(new("local", name), ProjectName.FromFolder(folder));

    [Fact]
    public void A_project_of_a_folder_has_a_valid_name()
    {
        var project = ProjectName.FromFolder(new string('x', 127) + " y" + new string('z', 100));

        Assert.Equal(project, ProjectName.Parse(project.ToString()));
    }
}
