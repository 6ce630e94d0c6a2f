using System.Buffers.Binary;
using Microsoft.Playwright;

namespace Veilor.Designer.EndToEnd.Screenshots;

/// <summary>
/// Pictures for the documentation, made by the same walks that test the pages. A test that makes one has the trait
/// <c>Category=Screenshots</c>; <c>tests/screenshots</c> runs those and keeps the pictures, other runs only check them.
/// </summary>
internal static class Screenshot
{
    /// <summary>Names the folder that pictures are kept in; unset in an ordinary test run.</summary>
    public const string FolderVariable = "VEILOR_SCREENSHOTS";

    /// <summary>Takes the viewport when its fonts are loaded, without animations and caret, so that runs differ little.</summary>
    /// <param name="page">The page, already showing what the picture is of.</param>
    /// <param name="name">File name without folder, such as <c>editor-light.png</c>.</param>
    /// <returns>The picture as PNG.</returns>
    public static async Task<byte[]> TakeAsync(IPage page, string name)
    {
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
        });
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), picture);
        }

        return picture;
    }

    /// <summary>Width and height in pixels: they stand in a PNG's first chunk (PNG specification, IHDR).</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));
}
