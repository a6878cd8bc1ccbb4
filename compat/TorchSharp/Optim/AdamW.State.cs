using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <remarks>The running moments of a parameter's gradient.</remarks>
public partial class AdamW
{
    public class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        public long step;
        public Tensor exp_avg = null!;
        public Tensor exp_avg_sq = null!;
        public Tensor? max_exp_avg_sq;

        public override void Initialize(OptimizerOptions options)
        {
            exp_avg = Zeros();
            exp_avg_sq = Zeros();
            if (((Options)options).amsgrad == true) max_exp_avg_sq = Zeros();
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var state = (State)source;
            using var _ = no_grad();
            step = state.step;
            exp_avg.copy_(state.exp_avg).Dispose();
            exp_avg_sq.copy_(state.exp_avg_sq).Dispose();
            if (state.max_exp_avg_sq is not { } largest) return;
            max_exp_avg_sq ??= Zeros();
            max_exp_avg_sq.copy_(largest).Dispose();
        }

        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            Write(writer, exp_avg);
            Write(writer, exp_avg_sq);
            writer.Write(max_exp_avg_sq is not null);
            if (max_exp_avg_sq is not null) Write(writer, max_exp_avg_sq);
        }

        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            Read(reader, exp_avg);
            Read(reader, exp_avg_sq);
            if (reader.ReadBoolean()) Read(reader, max_exp_avg_sq ??= Zeros());
        }

        public override void to(Device device)
        {
            exp_avg = Moved(exp_avg, device);
            exp_avg_sq = Moved(exp_avg_sq, device);
            if (max_exp_avg_sq is not null) max_exp_avg_sq = Moved(max_exp_avg_sq, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
            GC.SuppressFinalize(this);
        }

        private Tensor Zeros() => _parameter.zeros_like().DetachFromDisposeScope();

        private static Tensor Moved(Tensor tensor, Device device) => tensor.to(device, disposeAfter: true).DetachFromDisposeScope();

        private static void Write(BinaryWriter writer, Tensor tensor)
        {
            using var host = tensor.cpu();
            using var whole = host.contiguous();
            writer.Write(whole.bytes);
        }

        private static void Read(BinaryReader reader, Tensor tensor)
        {
            using var host = empty(tensor.shape, tensor.dtype);
            reader.BaseStream.ReadExactly(host.bytes);
            using var _ = no_grad();
            tensor.copy_(host).Dispose();
        }
    }
}
