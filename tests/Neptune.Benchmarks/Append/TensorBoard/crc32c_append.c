/* The one native function that TorchSharp's SummaryWriter calls. */
#include <stddef.h>
#include <stdint.h>

uint32_t crc32c_append(uint32_t crc, const uint8_t *bytes, size_t length)
{
    crc = ~crc;
    while (length--)
        crc = __builtin_ia32_crc32qi(crc, *bytes++);
    return ~crc;
}
