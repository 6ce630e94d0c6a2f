namespace Veilor.Designer.Core.Design;

/// <summary>A part of the installer, which the builder can leave out (org.fedoraproject.Anaconda.Modules.NAME).</summary>
public enum AnacondaModule
{
    Localization,
    Network,
    Payloads,
    Runtime,
    Security,
    Services,
    Storage,
    Subscription,
    Timezone,
    Users,
}
