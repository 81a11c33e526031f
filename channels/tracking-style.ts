/** The look of the timeline page: one column, its own tokens, light and dark, from 320 px. */
export const TRACKING_CSS = `:root{color-scheme:light dark;--paper:#f6f4ef;--card:#fff;--ink:#1d2a2a;--soft:#51605f;--line:#d9d5ca;--main:#0b5d56;--on-main:#fff;--warm:#8a3b12;--warm-paper:#fdf0e4;--ok:#e0f0ea}
@media (prefers-color-scheme:dark){:root{--paper:#12191a;--card:#1b2526;--ink:#eef3f1;--soft:#a9bab7;--line:#35464a;--main:#6fd3c3;--on-main:#06231f;--warm:#ffc59b;--warm-paper:#3a2415;--ok:#173a34}}
*,::before,::after{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
header,main,footer{width:100%;max-width:42rem;margin:0 auto;padding:0 1.25rem}
header{display:flex;align-items:center;justify-content:space-between;padding-top:1rem;padding-bottom:1rem}
a{color:var(--main);text-underline-offset:.2em}
header a{display:inline-flex;align-items:center;min-height:2.75rem}
.brand{font-weight:700;font-size:1.25rem;text-decoration:none;letter-spacing:.01em}
.brand::before{content:"";width:1.2rem;height:1.5rem;margin-right:.55rem;border:3px solid currentColor;border-radius:.5rem .5rem .1rem .1rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:1}
main:focus{outline:none}
h1{font-size:clamp(1.6rem,1.2rem + 2.4vw,2.25rem);line-height:1.2;margin:1rem 0 1.25rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .75rem}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
p{margin:0 0 .75rem}
.quiet{color:var(--soft);font-size:.95rem}
.card,.facts{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.25rem}
.card{margin:1.5rem 0}
.card h2{margin-top:0}
.card .facts{border:0;padding:0}
.facts{margin:0;display:grid;gap:.9rem}
.facts div{display:grid;gap:.1rem}
@media (min-width:30rem){.facts div{grid-template-columns:11rem 1fr;gap:1rem}}
dt{color:var(--soft)}
dd{margin:0;min-width:0}
.code{font:600 1.15rem/1.3 ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;letter-spacing:.14em}
.status{display:inline-block;background:var(--ok);border-radius:2rem;padding:.1rem .8rem;font-weight:600}
.steps{list-style:none;margin:0;padding:0}
.steps li{position:relative;padding:0 0 1.25rem 1.9rem}
.steps li::before{content:"";position:absolute;left:.2rem;top:.4rem;width:.8rem;height:.8rem;border-radius:50%;background:var(--main)}
.steps li::after{content:"";position:absolute;left:.54rem;top:1.4rem;bottom:-.2rem;width:2px;background:var(--line)}
.steps li:last-child::after{content:none}
.steps li:last-child{padding-bottom:.5rem}
.steps .next::before{background:var(--paper);border:3px solid var(--main)}
.steps span,time{color:var(--soft)}
#hint{margin-top:.4rem}
.steps+p{margin-top:.75rem}
label{display:block;font-weight:600;margin:1rem 0 .35rem}
input:not([type=hidden]){width:100%;min-height:3rem;padding:.5rem .85rem;font:inherit;color:inherit;background:var(--paper);border:2px solid var(--soft);border-radius:.6rem}
#code{text-transform:uppercase;letter-spacing:.12em}
input[aria-invalid]{border-color:var(--warm)}
button{min-height:3rem;margin-top:1rem;padding:.6rem 1.4rem;font:inherit;font-weight:600;color:var(--on-main);background:var(--main);border:2px solid transparent;border-radius:.6rem;cursor:pointer}
button:hover{filter:brightness(1.1)}
:focus-visible{outline:3px solid var(--main);outline-offset:3px}
.notice{color:var(--warm);background:var(--warm-paper);border-left:4px solid;border-radius:.4rem;padding:.6rem .9rem;margin:.75rem 0}
.photos{display:grid;grid-template-columns:repeat(auto-fill,minmax(8rem,1fr));gap:.6rem}
.photos img{width:100%;border-radius:.6rem;display:block}
footer{margin-top:2.5rem;padding-top:1.25rem;padding-bottom:2rem;border-top:1px solid var(--line);color:var(--soft);font-size:.95rem}
.danger{color:var(--warm);font-weight:600}
@media (forced-colors:active){.status,.card{border:1px solid}.steps li::before{background:CanvasText}}
@media print{.skip,nav,form,button{display:none}}
`;
