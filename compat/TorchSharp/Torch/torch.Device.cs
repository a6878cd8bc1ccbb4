using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);
    public static Device CUDA => new(DeviceType.CUDA, 0);

    public static Device device(string description) => new(description);
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);
    public static Device device(int index) => new(index);

    private static Device? default_device;

    /// <summary>Where tensors are made that name no device; the CPU until it is set, for all threads.</summary>
    public static Device get_default_device() => default_device ?? CPU;
    public static void set_default_device(Device device) => default_device = device;
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>Where a tensor lives: a kind of device and, where there are several, which.</summary>
    public class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : Default(type);
        }

        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index) { }
        public Device(int index) : this(DeviceType.CUDA, index) { }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index < 0 ? Default(deviceType) : index;
        }

        public DeviceType type { get; }
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => index < 0 ? Name(type) : $"{Name(type)}:{index}";

        private static int Default(DeviceType type) => type == DeviceType.CUDA ? 0 : -1;

        private static string Name(DeviceType type) => type switch { DeviceType.CPU => "cpu", DeviceType.CUDA => "cuda", _ => "meta" };

        private static DeviceType Parse(string name) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"There is no device '{name}': cpu, cuda and meta are known."),
        };
    }
}
