using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
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

                if (link.LeftOut.Any(sentence => sentence.Contains("looks like a secret", StringComparison.Ordinal)))
                {
                    // Chance wrote one: the design has it, and the link has not.
                    Assert.Contains(DesignToml.ToLines(design), line => SecretText.IsInLine(line.Text));
                    Assert.DoesNotContain(DesignToml.ToLines(DesignLink.Read(payload).Linked!.Design), line => SecretText.IsIn(line.Text));
                    return;
                }

                var read = DesignLink.Read(payload);
                Assert.Equal(WithoutFiles(design.WithoutPasswords()), WithoutFiles(read.Linked!.Design));
                Assert.Equal("veilor-os", read.Linked.FilesOf);
                Assert.DoesNotContain(read.Linked.Design.Extra.Secrets, secret => secret.From.IsFile);
                Assert.Empty(read.TakenOut);
            },
            iter: Repetitions.Of(100));

    /// <summary>A link names variables in place of files of this machine.</summary>
    private static ImageDesign WithoutFiles(ImageDesign design) => SecretFields.Secrets.Set(
        design, [.. SecretFields.Secrets.Get(design).Select(secret => secret with { From = SecretSource.Parse("ANY") })]);

    [Fact]
    public void The_file_of_a_build_secret_stays_here_and_a_variable_stays_in_the_link()
    {
        BuildSecret[] secrets =
        [
            new() { Id = SecretId.Parse("repo-token"), From = SecretSource.Parse("/home/canary/token") },
            new() { Id = SecretId.Parse("key"), From = SecretSource.Parse("SIGNING_KEY") },
        ];
        var link = DesignLink.Write(SecretFields.Secrets.Set(new ImageDesign(), [.. secrets]), null);

        Assert.DoesNotContain("canary", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Equal(["REPO_TOKEN", "SIGNING_KEY"], DesignLink.Read(link.Payload!).Linked!.Design.Extra.Secrets.Select(secret => secret.From.ToString()));
        Assert.Equal("The file that the build secret repo-token is taken from. The link says the variable REPO_TOKEN in its place.", Assert.Single(link.LeftOut));
    }

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
    public void A_value_that_sets_a_secret_stays_here_and_is_named()
    {
        var design = KernelFields.Arguments.Set(
            new ImageDesign(),
            [.. new[]
            {
                "rd.iscsi.password=canaryArgument", "systemd.set_credential=passwd.plaintext-password.root:canaryRoot", "systemd.set_credential_binary=wifi:canaryWifi",
                "netroot=iscsi:user:canaryDisk@192.168.0.1::::iqn.x", "quiet", "netroot=iscsi:192.168.0.1::::iqn.y",
            }.Select(text => new KernelArgumentEntry { Argument = KernelArgument.Parse(text) })]);
        design = ImageFields.Vendor.Set(design, "password=canaryVendor");
        design = ImageFields.Labels.Set(design, [Label("my.password", "canaryLabel"), Label("org.example.token", "canaryToken"), Label("org.example.kind", "desktop")]);

        var link = DesignLink.Write(design, null);

        Assert.DoesNotContain("canary", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Contains("quiet", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Contains("iqn.y", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Contains("org.example.kind", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Equal(["Vendor: 1 value that looks like a secret.", "Labels: 2 values that look like a secret.", "Kernel arguments: 4 values that look like a secret."], link.LeftOut.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_value_that_a_field_has_to_have_is_that_of_a_new_design_when_it_is_a_secret()
    {
        Assert.True(PackagesFields.FlatpakRemote.Codec.TryParse("https://example.org/$1$canaryRemote", out var remote, out _));
        var design = PackagesFields.FlatpakRemote.Set(new ImageDesign(), remote);

        var link = DesignLink.Write(design, null);

        Assert.DoesNotContain("canary", Unpack(link.Payload!), StringComparison.Ordinal);
        Assert.Equal(["Flatpak remote: 1 value that looks like a secret."], link.LeftOut);
    }

    private static ImageLabel Label(string key, string value) => new() { Key = LabelKey.Parse(key), Value = value };

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
        .. PlainSecrets.Select(secret => secret.Data),
    ];

    /// <summary>Passwords as scripts and kickstarts hand them to the programs that take them.</summary>
    public static TheoryData<string> PlainSecrets =>
    [
        "RUN echo canary | passwd --stdin root",
        "RUN printf 'canary\\ncanary\\n' | passwd root",
        "RUN passwd --stdin root <<< canary",
        "RUN echo root:canary \\\n    | chpasswd",
        "RUN chpasswd <<EOF\nroot:canary\nEOF",
        "RUN curl -u me:canary https://example.org/x",
        "RUN curl -fsSLu me:canary https://example.org/x",
        "RUN curl \\\n      --user 'me:canary' \\\n      https://example.org/x",
        "RUN curl --proxy-user=me:canary https://example.org/x",
        "RUN curl -H 'Authorization: Bearer canary' https://example.org/x",
        "RUN curl -H 'X-Api-Key: canary' https://example.org/x",
        "RUN wget --user=me --password=canary https://example.org/x",
        "RUN wget --http-password canary https://example.org/x",
        "RUN nmcli connection add type wifi ssid home wifi-sec.psk canary",
        "RUN nmcli device wifi connect home password canary",
        "psk=canary",
        "RUN wpa_passphrase home canary > /etc/wpa.conf",
        "RUN echo -n canary | cryptsetup luksAddKey /dev/sda3 -",
        "RUN echo -n canary | cryptsetup luksFormat /dev/sda3 -",
        "RUN echo -n canary | sudo cryptsetup open /dev/sda3 root -",
        "RUN cryptsetup luksFormat /dev/sda3 <<< canary",
        "RUN sshpass -p canary ssh host",
        "RUN sshpass -pcanary ssh host",
        "RUN SSHPASS=canary sshpass -e ssh host",
        "RUN mysql -u root -pcanary -e 'SELECT 1'",
        "RUN mysqladmin -uroot -pcanary status",
        "RUN mariadb -e \"CREATE USER a IDENTIFIED BY 'canary'\"",
        "RUN htpasswd -b /etc/httpd/users me canary",
        "RUN htpasswd -cbB /etc/httpd/users me canary",
        "RUN echo canary | htpasswd -i /etc/httpd/users me",
        "RUN useradd -m -p canary me",
        "RUN usermod -p canary me",
        "RUN openssl passwd -6 canary > /tmp/x",
        "RUN openssl enc -d -aes-256-cbc -pass pass:canary -in x",
        "RUN podman login -u me -p canary registry.example.org",
        "RUN echo canary | podman login -u me --password-stdin registry.example.org",
        "RUN tailscale up --auth-key=canary",
        "RUN smbclient -U me%canary //host/share",
        "ENV DB_PW=canary",
        "ENV ADMIN_PASS canary=1 DB_PASS=canary",
        "ENV DB_PWD=canary",
        "RUN npm config set //registry.example.org/:_authToken npm_canaryCanaryCanaryCanaryCanaryCanaryCana",
        "RUN ldapsearch -x -D cn=me -w canary -b dc=example",
        "RUN smbpasswd -s -a me <<< $'canary\\ncanary'",
        "RUN kinit me <<< canary",
        "RUN echo canary | kinit me",
        "RUN grub2-mkpasswd-pbkdf2 <<< canary",
        "RUN cat > /root/.netrc <<EOF\nmachine example.org login me password canary\nEOF",
        "RUN echo 'machine example.org login me password canary' > /root/.netrc",
        "network --bootproto=dhcp --device=wlan0 --essid=home --wpakey=canary",
        "network --device=wlan0 --essid=home --wepkey canary",
        "ENV DB_PASSWORD canary",
        "RUN printf '[Interface]\nPrivateKey = canary\n' > /etc/wireguard/wg0.conf",
        "RUN echo 'PresharedKey=canary' >> /etc/wireguard/wg0.conf",
        "RUN passwd root <<< canary",
        "RUN vncpasswd -f <<< canary > /etc/vnc",
        "RUN ipa-client-install --unattended -p admin -w canary",
        "RUN git clone https://canary@example.org/me/x.git",
        "RUN echo 'requirepass canary' >> /etc/redis.conf",
        "RUN echo 'createUser me SHA \"canary\" AES' >> /etc/snmp/snmpd.conf",
        "RUN echo 'me * canary *' >> /etc/ppp/chap-secrets",
        "RUN curl -fsSL 'https://example.org/x?arch=x86_64&key=canary'",
    ];

    [Theory]
    [MemberData(nameof(PlainSecrets))]
    public void A_password_that_a_line_of_ones_own_hands_to_a_program_stays_here(string secret)
    {
        var design = ContentFields.AfterPackages.Set(new ImageDesign(), $"RUN true\n{secret}\nRUN false");
        var link = DesignLink.Write(design, null);
        var kept = DesignLink.Read(link.Payload!).Linked!.Design.Extra.AfterPackages.Split('\n');
        Assert.DoesNotContain(kept, line => line.Contains("canary", StringComparison.Ordinal));
        Assert.Equal(("RUN true", "RUN false"), (kept[0], kept[^1]));
        Assert.Contains("After the packages", Assert.Single(link.LeftOut), StringComparison.Ordinal);
        Assert.Contains("line", link.LeftOut[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RUN curl -fsSL --output /tmp/x https://example.org/x")]
    [InlineData("RUN curl --url https://example.org:8443/x")]
    [InlineData("RUN mysql -P 3306 -e 'SELECT 1'")]
    [InlineData("RUN passwd -l root")]
    [InlineData("RUN useradd --system -g wheel me")]
    [InlineData("RUN cryptsetup luksDump /dev/sda3")]
    [InlineData("RUN nmcli connection modify home ipv4.method auto")]
    [InlineData("RUN dnf -y install httpd-tools sshpass mysql -x php-password-compat")]
    [InlineData("RUN podman login --get-login registry.example.org")]
    [InlineData("rootpw --lock")]
    [InlineData("RUN git clone https://git@example.org/me/x.git")]
    [InlineData("RUN git clone git@example.org:me/x.git")]
    [InlineData("RUN echo 'ssl_private_key = /etc/pki/tls/private/x.key' >> /etc/x.conf")]
    [InlineData("RUN rpm --import https://example.org/key?arch=x86_64&repo=keys")]
    [InlineData("RUN env LANG=C ipa-server-upgrade --skip-version-check")]
    [InlineData("ENV PATH /opt/bin:/usr/bin")]
    [InlineData("RUN echo 'PublicKey = abc' >> /etc/wireguard/wg0.conf")]
    [InlineData("network --bootproto=dhcp --device=wlan0 --essid=home")]
    public void A_line_without_a_secret_travels_as_it_is(string line)
    {
        var design = ContentFields.AfterPackages.Set(new ImageDesign(), line);
        var link = DesignLink.Write(design, null);
        Assert.Empty(link.LeftOut);
        Assert.Equal(line, DesignLink.Read(link.Payload!).Linked!.Design.Extra.AfterPackages);
    }

    [Fact]
    public void Lines_of_ones_own_that_travel_are_named_with_the_advice_to_read_them()
    {
        Assert.Empty(DesignLink.Write(new ImageDesign(), null).Advice);
        var secretOnly = ContentFields.AfterPackages.Set(new ImageDesign(), "RUN echo canary | passwd --stdin root");
        Assert.Empty(DesignLink.Write(secretOnly, null).Advice);
        var design = DeliveryFields.ExtraKickstart.Set(ContentFields.BeforeLint.Set(secretOnly, "RUN true"), "eula --agreed");
        var advice = DesignLink.Write(design, null).Advice;
        Assert.Contains("Own kickstart lines", advice, StringComparison.Ordinal);
        Assert.Contains("Before the clean-up and lint", advice, StringComparison.Ordinal);
        Assert.DoesNotContain("After the packages", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_is_said()
    {
        var design = UsersFields.Accounts.Put(new ImageDesign(), new UserAccount { Name = UnixName.Parse("admin"), Password = Hash });
        design = DeliveryFields.ExtraKickstart.Set(design, "skipx\nrootpw --iscrypted " + Hash);
        var link = DesignLink.Write(design, null);

        Assert.Equal(["The password of admin.", "Own kickstart lines: 1 line that looks like a secret (line 2)."], link.LeftOut);
        var read = DesignLink.Read(link.Payload!).Linked!.Design;
        Assert.Equal("skipx\n# A line that looked like a secret was left out of the link.", read.Installer.ExtraKickstart);
    }

    [Fact]
    public void A_hash_in_a_value_is_named_and_stays_here()
    {
        var link = DesignLink.Write(ImageFields.Description.Set(new ImageDesign(), "log in with " + Hash), null);
        Assert.False(SecretText.IsIn(Unpack(link.Payload!)));
        Assert.Equal(["Description: 1 value that looks like a secret."], link.LeftOut);
    }

    [Fact]
    public void Of_a_template_nothing_looks_like_a_secret_but_its_passwords()
    {
        Assert.All(ShippedTemplate.Names(), template => Assert.Empty(DesignLink.Write(ShippedTemplate.Design(template), null).LeftOut));
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
    public void A_link_that_was_cut_or_changed_is_said_to_be_damaged()
    {
        var payload = DesignLink.Write(ShippedTemplate.Design("veilor-os"), null).Payload!;
        Assert.All(Enumerable.Range(0, payload.Length), length => Assert.NotEmpty(DesignLink.Read(payload[..length]).Problem));
        Gen.Select(Gen.Int[0, payload.Length - 1], Gen.OneOf(Gen.Char, Gen.Char["ABCabc019-_"])).Where(change => payload[change.Item1] != change.Item2).Sample(
            (at, character) =>
            {
                var changed = DesignLink.Read(payload[..at] + character + payload[(at + 1)..]);
                Assert.Null(changed.Linked);
                Assert.Contains("damaged", changed.Problem, StringComparison.Ordinal);
            },
            iter: Repetitions.Of(2_000));
    }

    [Fact]
    public void Every_character_of_a_link_counts()
    {
        var payload = DesignLink.Write(new ImageDesign(), null).Payload!;
        for (var at = 0; at < payload.Length; at++)
        {
            foreach (var other in "AQZaz09-_".Where(other => other != payload[at]))
            {
                var changed = DesignLink.Read(payload[..at] + other + payload[(at + 1)..]);
                Assert.True(changed.Linked is null, $"{at}: {payload[at]} to {other}");
                Assert.Contains("damaged", changed.Problem, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void A_link_of_the_form_before_the_checksum_says_so()
    {
        var payload = DesignLink.Write(new ImageDesign(), null).Payload!;
        var reading = DesignLink.Read("1" + payload[9..]);
        Assert.Null(reading.Linked);
        Assert.Contains("checksum", reading.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("2abc")]
    [InlineData("3abc")]
    [InlineData("2====")]
    [InlineData("2 a b")]
    [InlineData("2<script>")]
    public void What_is_no_link_is_refused(string payload) => Assert.NotEmpty(DesignLink.Read(payload).Problem);

    [Fact]
    public void A_longer_link_than_any_is_refused_before_it_is_unpacked() =>
        Assert.Contains("longer", DesignLink.Read("2" + new string('A', DesignLink.MaximumPayload)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ABCabc019-_"], 0, 200].Select(text => "2" + text), Gen.String[Gen.Char["ABCabc019-_"], 0, 200].Select(Seal)).Sample(
            text => Assert.Equal(DesignLink.Read(text).Linked is null, DesignLink.Read(text).Problem.Length > 0),
            iter: Repetitions.Of(300));

    private static string Pack(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        Assert.True(BrotliEncoder.TryCompress(bytes, packed, out var length, 9, 24));
        return Seal(Base64Url.EncodeToString(packed.AsSpan(0, length)));
    }

    /// <summary>The form of a link: 2, eight characters of a SHA-256 over the rest, the rest.</summary>
    private static string Seal(string body) => "2" + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(body)).AsSpan(0, 6)) + body;

    private static string Unpack(string payload)
    {
        using var packed = new MemoryStream(Base64Url.DecodeFromChars(payload.AsSpan(9)));
        using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli);
        return reader.ReadToEnd();
    }
}
