using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Veilor.Designer.Core.Comparing;
using Veilor.Designer.Core.Design;
using Veilor.Designer.Core.Fields;
using Veilor.Designer.Core.Sharing;
using Veilor.Designer.Core.Storage;
using Veilor.Designer.Core.Tests.Storage;
using Veilor.Designer.Core.Tests.Templates;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Sharing;

public sealed class DesignLinkTests
{
    private const string Digits = "CanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryCanaryC.";

    private static readonly PasswordHash Hash = PasswordHash.Parse("$6$canarysalt$" + Digits);

    [Fact]
    public void A_design_comes_out_of_its_link_as_it_went_in() =>
        DesignGen.WithoutOwnLines.Sample(
            design =>
            {
                var link = DesignLink.Write(design, "veilor-os");
                if (link.Payload is not { } payload)
                {
                    Assert.NotEmpty(link.Problem);
                    return;
                }

                var read = DesignLink.Read(payload);
                Assert.Equal(new LinkedDesign(design.WithoutPasswords(), "veilor-os"), read.Linked);
                Assert.Empty(read.TakenOut);
            },
            iter: Repetitions.Of(100));

    [Fact]
    public void A_template_fits_a_link()
    {
        Assert.All(ShippedTemplate.Names(), template =>
        {
            var link = DesignLink.Write(ShippedTemplate.Design(template), null);
            Assert.True(link.Payload is not null, $"{template}: {link.Problem}");
        });
    }

    [Fact]
    public void No_link_ever_holds_a_hash_or_a_secret() =>
        Gen.Select(DesignGen.Any, Gen.Int[0, Secrets.Length - 1].Select(index => Secrets[index]), Gen.Int[0, 3]).Sample(
            (design, secret, place) =>
            {
                var loud = design with
                {
                    Users = design.Users with { Accounts = [new UserAccount { Name = UnixName.Parse("canary"), Password = Hash }, .. design.Users.Accounts.Select(account => account with { Password = Hash })] },
                };
                loud = place switch
                {
                    0 => DeliveryFields.ExtraKickstart.Set(loud, $"skipx\n{secret}\neula --agreed"),
                    1 => ContentFields.AfterPackages.Set(loud, $"RUN echo '{secret}'"),
                    2 when SecretText.IsIn(secret) => ImageFields.Description.Set(loud, secret.Split('\n')[0]),
                    _ => ContentFields.BeforeLint.Set(loud, secret),
                };
                if (DesignLink.Write(loud, null).Payload is { } payload)
                {
                    var text = Unpack(payload);
                    Assert.DoesNotContain("canary", text.Replace("name = \"canary\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
                    Assert.False(SecretText.IsIn(text), text);
                }
            },
            iter: Repetitions.Of(150));

    private static string[] Secrets =>
    [
        "rootpw --iscrypted $6$canary$" + Digits,
        "user --name=x --password=$y$j9T$canary$" + Digits + " --iscrypted",
        "rootpw canary",
        "sshpw --username=root canary",
        "part / --encrypted --passphrase=canary",
        "TOKEN=canary",
        "RUN echo 'root:canary' | chpasswd",
        "url --url=https://user:canary@example.org/repo",
        "ghp_canaryCanaryCanaryCanaryCanary12345",
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaCanary\nY2FuYXJ5canary\n-----END OPENSSH PRIVATE KEY-----",
        "$2b$12$canarycanarycanarycanaryu",
        "$argon2id$v=19$m=65536,t=3,p=4$canary$canary",
    ];

    [Fact]
    public void What_was_left_out_is_said()
    {
        var design = UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("admin"), Password = Hash });
        design = DeliveryFields.ExtraKickstart.Set(design, "skipx\nrootpw --iscrypted " + Hash);
        var link = DesignLink.Write(design, null);

        Assert.Equal(["The password of admin.", "Own kickstart lines: 1 line that looks like a secret."], link.LeftOut);
        var read = DesignLink.Read(link.Payload!).Linked!.Design;
        Assert.Equal("skipx\n# A line that looked like a secret was left out of the link.", read.Installer.ExtraKickstart);
    }

    [Fact]
    public void A_secret_in_a_value_is_named_and_no_link_is_made()
    {
        var link = DesignLink.Write(ImageFields.Description.Set(new ImageDesign(), "log in with " + Hash), null);
        Assert.Null(link.Payload);
        Assert.Contains("'Description'", link.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_design_that_is_too_large_says_so_and_offers_the_file()
    {
        var random = new Random(7);
        var packages = Enumerable.Range(0, 2_000).Select(_ => PackageSpec.Parse($"p{random.NextInt64():x}"));
        var link = DesignLink.Write(PackagesFields.Install.Set(new ImageDesign(), [.. packages]), null);
        Assert.Null(link.Payload);
        Assert.Contains("too large", link.Problem, StringComparison.Ordinal);
        Assert.Contains("file", link.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_that_someone_put_into_a_link_is_taken_out()
    {
        var design = UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("mallory"), Password = Hash });
        var read = DesignLink.Read(Pack(DesignToml.ToText(design)));
        Assert.Contains("mallory", Assert.Single(read.TakenOut), StringComparison.Ordinal);
        Assert.Equal(design.WithoutPasswords(), read.Linked!.Design);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var payload = Pack(new string('#', 400_000_000 / 8));
        Assert.True(payload.Length <= DesignLink.MaximumPayload, $"{payload.Length}");
        Assert.Contains("KiB", DesignLink.Read(payload).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Deep_nesting_is_refused(char open, char close)
    {
        var deep = open == '[' ? new string(open, 100_000) + new string(close, 100_000) : string.Concat(Enumerable.Repeat("{a=", 60_000)) + "1" + new string(close, 60_000);
        Assert.NotEmpty(DesignLink.Read(Pack($"format = 1\n[packages]\ninstall = {deep}\n")).Problem);
        Assert.NotEmpty(DesignLink.Read(Pack($"format = 1\n[{string.Join('.', Enumerable.Repeat("a", 100_000))}]\n")).Problem);
    }

    [Fact]
    public void A_link_that_was_cut_or_changed_is_refused_or_gives_a_design_without_a_fault()
    {
        var payload = DesignLink.Write(new ImageDesign(), null).Payload!;
        Assert.All(Enumerable.Range(0, payload.Length), length => Assert.NotEmpty(DesignLink.Read(payload[..length]).Problem));
        Gen.Select(Gen.Int[0, payload.Length - 1], Gen.Char).Sample(
            (at, character) =>
            {
                var changed = DesignLink.Read(payload[..at] + character + payload[(at + 1)..]);
                Assert.Equal(changed.Linked is null, changed.Problem.Length > 0);
            },
            iter: Repetitions.Of(300));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2abc")]
    [InlineData("1====")]
    [InlineData("1 a b")]
    [InlineData("1<script>")]
    public void What_is_no_link_is_refused(string payload) => Assert.NotEmpty(DesignLink.Read(payload).Problem);

    [Fact]
    public void A_longer_link_than_any_is_refused_before_it_is_unpacked() =>
        Assert.Contains("longer", DesignLink.Read("1" + new string('A', DesignLink.MaximumPayload)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCabc019-_"], 0, 200].Select(text => "1" + text)).Sample(
            text => Assert.Equal(DesignLink.Read(text).Linked is null, DesignLink.Read(text).Problem.Length > 0),
            iter: Repetitions.Of(300));

    private static string Pack(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var length, 9, 24));
        return "1" + Base64Url.EncodeToString(packed.AsSpan(0, length));
    }

    private static string Unpack(string payload)
    {
        using var packed = new MemoryStream(Base64Url.DecodeFromChars(payload.AsSpan(1)));
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        return reader.ReadToEnd();
    }
}
