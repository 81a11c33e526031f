/** The look of the page of services, on top of the one of the timeline page: numbers, search, and what opens. */
export const SERVICES_CSS = `.lead{font-size:1.125rem;color:var(--soft);margin-bottom:1.25rem}
.help{background:var(--warm-paper);border-radius:1rem;padding:1rem 1.25rem 1.1rem}
.help h2{margin:0 0 .5rem;color:var(--warm)}
.help ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:0 1.25rem}
.help li{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .7rem}
.help a{display:inline-flex;align-items:center;min-height:2.2rem;flex:none;font-weight:700;font-variant-numeric:tabular-nums;color:var(--warm)}
.help span{flex:1 1 12rem;font-size:.95rem;line-height:1.35}
.help.short ul{display:flex;flex-wrap:wrap}
.help.short span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
form[role=search]{margin-top:1.25rem}
.row{display:flex;flex-wrap:wrap;gap:.6rem}
.row input{flex:1 1 12rem;width:auto;min-width:0}
.row button{margin:0}
.jump ul{list-style:none;margin:1rem 0 0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.jump a{display:inline-flex;align-items:center;min-height:2.5rem;padding:.2rem 1rem;border:1px solid var(--line);border-radius:2rem;background:var(--card);text-decoration:none}
.found{margin-top:1rem;font-weight:600}
.service{margin:0 0 .6rem;background:var(--card);border:1px solid var(--line);border-radius:1rem}
.service summary{position:relative;padding:.8rem 3rem .8rem 1.25rem;border-radius:1rem;cursor:pointer;list-style:none}
.service summary::-webkit-details-marker{display:none}
.service summary::after{content:"";position:absolute;right:1.35rem;top:50%;width:.55rem;height:.55rem;margin-top:-.45rem;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(45deg)}
.service[open] summary::after{margin-top:-.1rem;transform:rotate(225deg)}
.service h3{margin:0;font-size:1.0625rem;line-height:1.35}
.service summary p{margin:.25rem 0 0;font-size:.95rem;color:var(--soft)}
.payer{display:inline-block;padding:0 .6rem;border-radius:2rem;background:var(--ok);color:var(--ink);font-weight:600}
.payer.tenant,.payer.depends{background:var(--warm-paper)}
.within{white-space:nowrap}
.service dl{margin:0;padding:.9rem 1.25rem 1.1rem;border-top:1px solid var(--line);display:grid;gap:.8rem;scroll-margin-top:6rem}
@media (min-width:30rem){.service dl div{display:grid;grid-template-columns:9.5rem 1fr;gap:1rem}}
.service ul{margin:0;padding:0;list-style:none}
.service li+li{margin-top:.35rem}
.service dd a{display:inline-block;min-height:1.5rem}
.usual{margin:1.5rem 0 0}
.doings{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;margin:0}
.doings a{display:inline-flex;align-items:center;min-height:3rem}
.doings .main{padding:.4rem 1.4rem;border-radius:.6rem;background:var(--main);color:var(--on-main);font-weight:600;text-decoration:none}
@media (forced-colors:active){.help,.service,.payer,.doings .main{border:1px solid}}
@media print{.jump,form,.doings{display:none}.service{break-inside:avoid}.service::details-content{content-visibility:visible;block-size:auto}.service summary::after{content:none}}
`;
